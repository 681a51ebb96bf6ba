import type { KubeApi } from '../operations/kube-api';
import type { RunSoon } from './run-soon';

/** As kube-apiserver's `--event-ttl`. Milliseconds. */
const EVENT_TTL_MS = 3_600_000;
const LOOK_EVERY = 100;

/** Forgets Events an hour after they were last seen; looked at with every hundredth new one. */
export function expireEvents(api: KubeApi, soon: RunSoon): void {
  let count = 0;
  api.store.watch(({ type, key }) => {
    if (key.resource !== 'events' || type !== 'ADDED' || ++count % LOOK_EVERY !== 0) return;
    soon.add(() => removeOld(api));
  });
}

function removeOld(api: KubeApi): void {
  const limit = api.now().getTime() - EVENT_TTL_MS;
  for (const event of api.store.list('events')) {
    const { namespace = '', name = '', creationTimestamp } = event.metadata;
    const last = event['lastTimestamp'] ?? event['eventTime'] ?? creationTimestamp;
    if (typeof last === 'string' && Date.parse(last) < limit)
      api.store.delete({ resource: 'events', namespace, name });
  }
}
