import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { numberOf } from './write-status';
import type { ControllerContext } from './controller';
import { stableHash } from './stable-hash';

/** Records a core/v1 Event about an object; the same event again raises its count, as client-go's recorder does. */
export function recordEvent(
  { client, timers }: Pick<ControllerContext, 'client' | 'timers'>,
  about: KubernetesObject,
  event: { type: 'Normal' | 'Warning'; reason: string; message: string; component: string },
): void {
  const { namespace = 'default', name = '', uid = '', resourceVersion = '' } = about.metadata;
  const eventName = `${name}.${stableHash([uid, event.reason, event.message])}`;
  const ref = { apiVersion: 'v1', kind: 'Event', namespace, name: eventName };
  const now = timers.timestamp();
  const present = client.get(ref);
  if (present) {
    client.update({ ...structuredClone(present), count: numberOf(present.count, 1) + 1, lastTimestamp: now });
    return;
  }
  client.create({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: eventName, namespace },
    involvedObject: { apiVersion: about.apiVersion, kind: about.kind, namespace, name, uid, resourceVersion },
    type: event.type,
    reason: event.reason,
    message: event.message,
    source: { component: event.component },
    reportingComponent: event.component,
    count: 1,
    firstTimestamp: now,
    lastTimestamp: now,
  });
}
