import type { JsonObject } from '@/lib/domain/resource/json';
import { apiVersionOf } from '../registry/kind-definition';
import { selectorOf, toVersion } from '../operations/read-objects';
import { ApiError, apiErrors } from '../status/api-error';
import type { StoredObject, StoreEvent } from '../store/stored-object';
import { selectionOf } from './handle-list';
import type { RequestContext } from './requests/request-context';
import { partialMetadata, renderTable } from './tables/render-table';

const BOOKMARK_EVERY_MS = 60_000;
/** How long a watch lasts when the client does not say. Milliseconds. */
const DEFAULT_TIMEOUT_MS = 30 * 60_000;
const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

type EventType = 'ADDED' | 'MODIFIED' | 'DELETED';

/** GET with `watch=true`: what the client has not seen yet, then everything as it happens. */
export function handleWatch(context: RequestContext): void {
  const { api, kind, query, request, response, stopping } = context;
  const matches = selectorOf(kind, selectionOf(context));
  const plan = planStart(context);
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache, private' });
  response.flushHeaders();
  const write = (type: string, object: unknown): void =>
    void response.write(`${JSON.stringify({ type, object })}\n`);
  if (plan.start === 'expired') {
    write('ERROR', plan.error.toStatus());
    response.end();
    return;
  }
  const show = createRenderer(context);
  const pass = ({ object, previous, type, key }: StoreEvent): void => {
    if (key.resource !== kind.bucket) return;
    const [isIn, wasIn] = [matches(object), previous !== undefined && matches(previous)];
    // An object that no longer fits the selector is gone for this client.
    if (type === 'DELETED' ? wasIn || isIn : !isIn && wasIn) write('DELETED', show(object));
    else if (isIn && type !== 'DELETED')
      write(wasIn ? 'MODIFIED' : ('ADDED' satisfies EventType), show(object));
  };
  const bookmark = (annotations?: JsonObject): void => {
    const resourceVersion = String(api.store.resourceVersion);
    const metadata = { resourceVersion, creationTimestamp: null, ...(annotations ? { annotations } : {}) };
    write('BOOKMARK', { kind: kind.kind, apiVersion: apiVersionOf(kind), metadata });
  };
  for (const object of plan.start === 'initial' ? api.store.list(kind.bucket) : [])
    if (matches(object)) write('ADDED', show(object));
  if (plan.start === 'initial' && query.get('sendInitialEvents') === 'true')
    bookmark({ [INITIAL_EVENTS_END]: 'true' });
  for (const event of plan.start === 'resume' ? plan.events : []) pass(event);
  const unsubscribe = api.store.watch(pass);
  const withBookmarks = query.get('allowWatchBookmarks') === 'true';
  const bookmarks = setInterval(() => withBookmarks && bookmark(), BOOKMARK_EVERY_MS);
  const end = (): void => void response.end();
  const timeout = setTimeout(end, timeoutMs(query));
  stopping.addEventListener('abort', end, { once: true });
  const stop = (): void => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(timeout);
    stopping.removeEventListener('abort', end);
  };
  request.on('close', stop);
  response.on('close', stop);
}

type Start =
  { start: 'initial' } | { start: 'resume'; events: StoreEvent[] } | { start: 'expired'; error: ApiError };

function planStart({ api, kind, query }: RequestContext): Start {
  const version = query.get('resourceVersion') ?? '';
  if (query.get('sendInitialEvents') === 'true') {
    if (query.get('resourceVersionMatch') !== 'NotOlderThan')
      throw new ApiError(
        422,
        'Invalid',
        'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      );
    return { start: 'initial' };
  }
  if (version === '' || version === '0') return { start: 'initial' };
  if (!/^\d+$/.test(version))
    throw apiErrors.badRequest(`invalid resource version ${JSON.stringify(version)}`);
  const events = api.store.since(kind.bucket, Number(version));
  if (events) return { start: 'resume', events };
  const error = apiErrors.expired(`too old resource version: ${version} (${api.store.oldestResumable})`);
  return { start: 'expired', error };
}

/** Tables carry their columns in the first event only. */
function createRenderer({
  api,
  kind,
  query,
  representation,
}: RequestContext): (object: StoredObject) => unknown {
  let isFirst = true;
  return (stored) => {
    const object = toVersion(kind, stored);
    if (representation === 'metadata') return partialMetadata(object);
    if (representation === 'object') return object;
    const includeObject = query.get('includeObject') ?? 'Metadata';
    const metadata = { resourceVersion: object.metadata.resourceVersion };
    const table = renderTable(kind, [object], metadata, { includeObject, now: api.now() });
    const shown = isFirst ? table : { ...table, columnDefinitions: null };
    isFirst = false;
    return shown;
  };
}

function timeoutMs(query: URLSearchParams): number {
  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  return seconds > 0 ? seconds * 1000 : DEFAULT_TIMEOUT_MS;
}
