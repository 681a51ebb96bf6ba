import type { JsonObject } from '@/lib/domain/resource/json';
import { objectsAt, textAt, valueAt } from '../admission/mutable-object';
import { requireLive } from '../operations/update-object';
import { apiErrors } from '../status/api-error';
import type { RequestContext } from './requests/request-context';
import { sendText } from './requests/send-answer';

/** GET of `pods/<name>/log`: what the containers wrote, and with `follow` what they go on writing. */
export function handleLog(context: RequestContext): void {
  const { api, kind, query, response, name, request, stopping } = context;
  const pod = requireLive(api, kind, context) as unknown as JsonObject;
  const container = query.get('container') ?? onlyContainer(pod, name);
  const uid = textAt(pod, 'metadata', 'uid') ?? '';
  requireStarted(pod, name, container);
  const settings = {
    ...numberOption(query, 'tailLines'),
    ...numberOption(query, 'sinceSeconds'),
    timestamps: query.get('timestamps') === 'true',
  };
  const lines = query.get('previous') === 'true' ? [] : api.logs.read(uid, container, settings, api.now());
  const text = lines.map((line) => `${line}\n`).join('');
  const phase = textAt(pod, 'status', 'phase');
  if (query.get('follow') !== 'true' || phase === 'Succeeded' || phase === 'Failed') {
    sendText(response, 200, text);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  response.flushHeaders();
  response.write(text);
  const end = (): void => void response.end();
  const unfollow = api.logs.follow(uid, container, settings, (line) => void response.write(`${line}\n`));
  const unwatch = api.store.watch(({ key, object, type }) => {
    if (key.resource !== 'pods' || object.metadata.uid !== uid) return;
    const now = textAt(object as JsonObject, 'status', 'phase');
    if (type === 'DELETED' || now === 'Succeeded' || now === 'Failed') end();
  });
  stopping.addEventListener('abort', end, { once: true });
  const stop = (): void => {
    unfollow();
    unwatch();
    stopping.removeEventListener('abort', end);
  };
  request.on('close', stop);
  response.on('close', stop);
}

function onlyContainer(pod: JsonObject, name: string): string {
  const names = objectsAt(pod, 'spec', 'containers').map((each) => textAt(each, 'name') ?? '');
  const [only = ''] = names;
  if (names.length > 1)
    throw apiErrors.badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${names.join(' ')}]`,
    );
  return only;
}

function requireStarted(pod: JsonObject, name: string, container: string): void {
  const all = ['containers', 'initContainers'].flatMap((key) => objectsAt(pod, 'spec', key));
  if (!all.some((each) => each['name'] === container))
    throw apiErrors.badRequest(`container ${container} is not valid for pod ${name}`);
  const statuses = ['containerStatuses', 'initContainerStatuses'].flatMap((key) =>
    objectsAt(pod, 'status', key),
  );
  const status = statuses.find((each) => each['name'] === container);
  const reason = textAt(status, 'state', 'waiting', 'reason') ?? (status ? undefined : 'ContainerCreating');
  const hasRun =
    valueAt(status, 'lastState', 'terminated') !== undefined || valueAt(status, 'restartCount') !== 0;
  if (reason !== undefined && !(status && hasRun))
    throw apiErrors.badRequest(
      `container ${JSON.stringify(container)} in pod ${JSON.stringify(name)} is waiting to start: ${reason}`,
    );
}

function numberOption(query: URLSearchParams, name: 'tailLines' | 'sinceSeconds'): Record<string, number> {
  const text = query.get(name);
  return text === null ? {} : { [name]: Number(text) };
}
