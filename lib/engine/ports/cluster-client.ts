import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

/** One kind as discovery reports it; `resource` is the plural used in paths. */
export interface ApiResource {
  group: string;
  version: string;
  kind: string;
  resource: string;
  namespaced: boolean;
  verbs: string[];
  subresources: string[];
  shortNames: string[];
  categories: string[];
}

/** Where an object lives: enough to build its URL. `namespace` is empty for cluster-scoped objects. */
export interface ObjectReference {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
}

export interface WriteOptions {
  dryRun?: boolean;
  fieldManager?: string;
  fieldValidation?: 'Ignore' | 'Warn' | 'Strict';
}

export type PatchType = 'json' | 'merge' | 'strategic';
export type PropagationPolicy = 'Background' | 'Foreground' | 'Orphan';

export interface DeleteOptions {
  propagationPolicy?: PropagationPolicy;
  gracePeriodSeconds?: number;
  dryRun?: boolean;
  preconditions?: { uid?: string; resourceVersion?: string };
}

export interface ListOptions {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** Items per page; the client follows `continue` to the end. */
  limit?: number;
}

export interface ObjectList {
  items: KubernetesObject[];
  resourceVersion: string;
}

export type WatchEvent =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: KubernetesObject }
  | { type: 'BOOKMARK'; resourceVersion: string };

export interface LogOptions {
  container?: string;
  follow?: boolean;
  previous?: boolean;
  tailLines?: number;
  sinceSeconds?: number;
  timestamps?: boolean;
  signal?: AbortSignal;
}

/**
 * One Kubernetes cluster. Every method takes an optional signal and throws `AdapterError` with the API server's
 * status code and reason; 404 is an error except in `get`, which answers undefined.
 */
export interface ClusterClient {
  /** All served kinds at their preferred and other versions; cached until `invalidateDiscovery`. */
  discover(signal?: AbortSignal): Promise<ApiResource[]>;
  invalidateDiscovery(): void;
  /** The OpenAPI v3 document of a group/version (`api/v1`, `apis/apps/v1`); undefined where not served. */
  openApi(groupVersion: string, signal?: AbortSignal): Promise<JsonObject | undefined>;
  version(signal?: AbortSignal): Promise<{ gitVersion: string; major: string; minor: string }>;

  get(ref: ObjectReference, signal?: AbortSignal): Promise<KubernetesObject | undefined>;
  list(
    kind: { apiVersion: string; kind: string },
    options?: ListOptions,
    signal?: AbortSignal,
  ): Promise<ObjectList>;
  /**
   * Streams changes after `resourceVersion`; bookmarks included. Ends when the server ends it; throws `AdapterError`
   * with status 410 when the version is too old.
   */
  watch(
    kind: { apiVersion: string; kind: string },
    options: { resourceVersion: string; namespace?: string; labelSelector?: string },
    signal: AbortSignal,
  ): AsyncIterable<WatchEvent>;

  create(object: KubernetesObject, options?: WriteOptions, signal?: AbortSignal): Promise<KubernetesObject>;
  /** PUT; conflicts (409) when `metadata.resourceVersion` is set and old. */
  replace(object: KubernetesObject, options?: WriteOptions, signal?: AbortSignal): Promise<KubernetesObject>;
  patch(
    ref: ObjectReference,
    type: PatchType,
    patch: JsonValue,
    options?: WriteOptions & { subresource?: string },
    signal?: AbortSignal,
  ): Promise<KubernetesObject>;
  /** Server-side apply. */
  apply(
    object: KubernetesObject,
    options: WriteOptions & { fieldManager: string; force?: boolean; subresource?: string },
    signal?: AbortSignal,
  ): Promise<KubernetesObject>;
  /** Returns the object as the server left it (with deletionTimestamp) or undefined when it is gone at once. */
  delete(
    ref: ObjectReference,
    options?: DeleteOptions,
    signal?: AbortSignal,
  ): Promise<KubernetesObject | undefined>;

  logs(ref: { namespace: string; name: string }, options?: LogOptions): AsyncIterable<string>;
  /** SelfSubjectAccessReview. */
  canI(
    attributes: { verb: string; group: string; resource: string; namespace: string; name?: string },
    signal?: AbortSignal,
  ): Promise<boolean>;
}

/** A managed cluster by the address that Applications use as `destination.server`. */
export interface Cluster {
  server: string;
  name: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Restricts what is watched, as in Argo CD's cluster Secret; empty means all namespaces. */
  namespaces: string[];
  client: ClusterClient;
}
