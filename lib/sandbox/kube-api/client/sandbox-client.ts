import type { JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

/** `apps/v1` + `Deployment`: the version decides the shape of what is returned. */
export interface KindReference {
  apiVersion: string;
  kind: string;
}

export interface NamedReference extends KindReference {
  /** Empty for cluster-scoped objects. */
  namespace: string;
  name: string;
}

export interface ClientWatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubernetesObject;
  /** State before the change; undefined for ADDED. */
  previous: KubernetesObject | undefined;
}

export interface ClientWriteOptions {
  /** Recorded in managedFields; `kube-controller-manager` unless given. */
  fieldManager?: string;
  subresource?: 'status' | 'scale';
}

interface ClientDeleteOptions {
  /** Default as over HTTP: Background for most kinds. */
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  /** 0 removes a Pod at once: what a kubelet sends when the containers have stopped. */
  gracePeriodSeconds?: number;
  preconditions?: { uid?: string; resourceVersion?: string };
}

/**
 * The API server without HTTP, for controllers and scenarios: the same admission, defaulting, validation, garbage
 * collection and managedFields. Synchronous; expected failures throw `ApiError` (see ../status/api-error.ts) with
 * `code` and `reason` (404 NotFound, 409 Conflict, 409 AlreadyExists, 422 Invalid…). What is returned is shared with
 * the store: clone before changing it (`structuredClone`).
 */
export interface SandboxClient {
  /** undefined when there is no such object. */
  get(ref: NamedReference): KubernetesObject | undefined;
  list(
    kind: KindReference,
    options?: { namespace?: string; labelSelector?: string; fieldSelector?: string },
  ): KubernetesObject[];
  create(object: KubernetesObject, options?: ClientWriteOptions): KubernetesObject;
  /** Replaces all but the status; 409 when `metadata.resourceVersion` is set and no longer the current one. */
  update(object: KubernetesObject, options?: ClientWriteOptions): KubernetesObject;
  /** Replaces the status only. */
  updateStatus(object: KubernetesObject, options?: ClientWriteOptions): KubernetesObject;
  /** JSON merge patch (`null` removes). */
  patch(ref: NamedReference, patch: JsonValue, options?: ClientWriteOptions): KubernetesObject;
  /** Server-side apply, forced. */
  apply(object: KubernetesObject, options: ClientWriteOptions & { fieldManager: string }): KubernetesObject;
  /** Answers undefined when the object is gone at once, else the object with its deletionTimestamp. */
  delete(ref: NamedReference, options?: ClientDeleteOptions): KubernetesObject | undefined;
  /**
   * Calls the listener for every change of a kind in all namespaces, synchronously after the write; with
   * `sendInitial` first ADDED for all there are. Returns the function that stops it.
   */
  watch(
    kind: KindReference,
    listener: (event: ClientWatchEvent) => void,
    options?: { sendInitial?: boolean },
  ): () => void;
  /** Appends lines to what `pods/log` serves. */
  appendLog(ref: { namespace: string; name: string; container: string }, lines: string[], at: Date): void;
}
