import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { isAdapterError } from '@/lib/engine/ports/adapter-error';
import type {
  ApiResource,
  ClusterClient,
  DeleteOptions,
  ListOptions,
  LogOptions,
  ObjectList,
  ObjectReference,
  PatchType,
  WatchEvent,
  WriteOptions,
} from '@/lib/engine/ports/cluster-client';
import type { ClusterConnection } from './connection/cluster-connection';
import { DiscoveryCache } from './discovery/discovery-cache';
import { resourcePath, withQuery, type QueryValue } from './discovery/resource-path';
import { listObjects } from './requests/list-objects';
import { readLogs } from './requests/read-logs';
import { readText, sendRequest, type ApiRequest } from './requests/send-request';
import { settle } from './requests/settle';
import { watchObjects } from './requests/watch-objects';

type Kind = { apiVersion: string; kind: string };

const PATCH_TYPES = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} satisfies Record<PatchType, string>;

/** {@link ClusterClient} over the API server's REST interface. */
export class KubernetesClusterClient implements ClusterClient {
  readonly #connection: ClusterConnection;
  readonly #discovery: DiscoveryCache;

  constructor(connection: ClusterConnection) {
    this.#connection = connection;
    this.#discovery = new DiscoveryCache((path, accept) =>
      this.#json({ method: 'GET', path, ...(accept ? { accept } : {}) }),
    );
  }

  discover(signal?: AbortSignal): Promise<ApiResource[]> {
    return settle(this.#discovery.all(), signal);
  }

  invalidateDiscovery(): void {
    this.#discovery.invalidate();
  }

  async openApi(groupVersion: string, signal?: AbortSignal): Promise<JsonObject | undefined> {
    return undefinedIfMissing(() =>
      this.#json<JsonObject>({ method: 'GET', path: `/openapi/v3/${groupVersion}`, signal }),
    );
  }

  async version(signal?: AbortSignal): Promise<{ gitVersion: string; major: string; minor: string }> {
    return this.#json({ method: 'GET', path: '/version', signal });
  }

  async get(ref: ObjectReference, signal?: AbortSignal): Promise<KubernetesObject | undefined> {
    return undefinedIfMissing(async () =>
      this.#json<KubernetesObject>({ method: 'GET', path: await this.#path(ref, {}, signal), signal }),
    );
  }

  async list(kind: Kind, options: ListOptions = {}, signal?: AbortSignal): Promise<ObjectList> {
    const resource = await this.#resource(kind, signal);
    const get = (path: string) => this.#json<JsonObject>({ method: 'GET', path, signal });
    return listObjects(get, kind, resource, options);
  }

  async *watch(
    kind: Kind,
    options: { resourceVersion: string; namespace?: string; labelSelector?: string },
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent> {
    if (signal.aborted) return;
    const resource = await this.#resource(kind, signal);
    yield* watchObjects((request) => sendRequest(this.#connection, request), kind, resource, options, signal);
  }

  async create(
    object: KubernetesObject,
    options?: WriteOptions,
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const resource = await this.#resource(object, signal);
    const path = withQuery(
      resourcePath(resource, { namespace: object.metadata.namespace }),
      writeQuery(options),
    );
    return this.#json({ method: 'POST', path, body: JSON.stringify(object), signal });
  }

  async replace(
    object: KubernetesObject,
    options?: WriteOptions,
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const path = await this.#path(referenceOf(object), writeQuery(options), signal);
    return this.#json({ method: 'PUT', path, body: JSON.stringify(object), signal });
  }

  async patch(
    ref: ObjectReference,
    type: PatchType,
    patch: JsonValue,
    options: WriteOptions & { subresource?: string } = {},
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const path = await this.#path(ref, writeQuery(options), signal, options.subresource);
    const contentType = PATCH_TYPES[type];
    return this.#json({ method: 'PATCH', path, contentType, body: JSON.stringify(patch), signal });
  }

  async apply(
    object: KubernetesObject,
    options: WriteOptions & { fieldManager: string; force?: boolean; subresource?: string },
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const query = { ...writeQuery(options), force: options.force };
    const path = await this.#path(referenceOf(object), query, signal, options.subresource);
    const contentType = 'application/apply-patch+yaml';
    return this.#json({ method: 'PATCH', path, contentType, body: JSON.stringify(object), signal });
  }

  async delete(
    ref: ObjectReference,
    options: DeleteOptions = {},
    signal?: AbortSignal,
  ): Promise<KubernetesObject | undefined> {
    const { dryRun, ...rest } = options;
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', ...rest, ...(dryRun ? { dryRun: ['All'] } : {}) };
    const path = await this.#path(ref, {}, signal);
    const answer = await this.#json<KubernetesObject>({
      method: 'DELETE',
      path,
      body: JSON.stringify(body),
      signal,
    });
    return isStillThere(answer) ? answer : undefined;
  }

  logs(ref: { namespace: string; name: string }, options: LogOptions = {}): AsyncIterable<string> {
    return readLogs((request) => sendRequest(this.#connection, request), ref, options);
  }

  async canI(
    attributes: { verb: string; group: string; resource: string; namespace: string; name?: string },
    signal?: AbortSignal,
  ): Promise<boolean> {
    const apiVersion = 'authorization.k8s.io/v1';
    const review = { apiVersion, kind: 'SelfSubjectAccessReview', spec: { resourceAttributes: attributes } };
    const path = `/apis/${apiVersion}/selfsubjectaccessreviews`;
    const body = JSON.stringify(review);
    const answer = await this.#json<{ status?: { allowed?: boolean } }>({
      method: 'POST',
      path,
      body,
      signal,
    });
    return answer.status?.allowed === true;
  }

  /** Closes the connections; running watches end with an error. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  #resource(kind: Kind, signal: AbortSignal | undefined): Promise<ApiResource> {
    return settle(this.#discovery.require(kind.apiVersion, kind.kind), signal);
  }

  async #path(
    ref: ObjectReference,
    query: Record<string, QueryValue>,
    signal: AbortSignal | undefined,
    subresource?: string,
  ): Promise<string> {
    const resource = await this.#resource(ref, signal);
    return withQuery(
      resourcePath(resource, { namespace: ref.namespace, name: ref.name, subresource }),
      query,
    );
  }

  async #json<T>(request: ApiRequest): Promise<T> {
    const answer = await sendRequest(this.#connection, request);
    return JSON.parse(await readText(answer, request)) as T;
  }
}

function referenceOf(object: KubernetesObject): ObjectReference {
  const { apiVersion, kind, metadata } = object;
  return { apiVersion, kind, namespace: metadata.namespace ?? '', name: metadata.name ?? '' };
}

function writeQuery(options: WriteOptions = {}): Record<string, QueryValue> {
  const { dryRun, fieldManager, fieldValidation } = options;
  return { dryRun: dryRun ? 'All' : undefined, fieldManager, fieldValidation };
}

async function undefinedIfMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isAdapterError(error, 404)) return undefined;
    throw error;
  }
}

/** The server answers a deletion with a `Status`, or with the object, whether it is gone or only on its way. */
function isStillThere(answer: KubernetesObject): boolean {
  if (answer.kind === 'Status' && answer.apiVersion === 'v1') return false;
  const { deletionTimestamp, finalizers = [], deletionGracePeriodSeconds = 0 } = answer.metadata;
  return deletionTimestamp !== undefined && (finalizers.length > 0 || deletionGracePeriodSeconds > 0);
}
