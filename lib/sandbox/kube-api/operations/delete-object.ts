import type { MutableObject } from '../admission/mutable-object';
import type { KindDefinition } from '../registry/kind-definition';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import { isReadyToGo } from './commit-update';
import type { KubeApi } from './kube-api';
import { requireLive } from './update-object';
import type { ObjectAddress } from './write-options';

export interface DeleteRequest {
  dryRun: boolean;
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  gracePeriodSeconds?: number;
  preconditions?: { uid?: string; resourceVersion?: string };
}

export interface DeleteResult {
  /** As the server left it. */
  object: StoredObject;
  isGone: boolean;
}

const PROTECTED_NAMESPACES = ['default', 'kube-system', 'kube-public'];

/** DELETE: at once, or by a deletionTimestamp for what finalizers, dependants or a running Pod still hold. */
export function deleteObject(
  api: KubeApi,
  kind: KindDefinition,
  address: ObjectAddress,
  request: DeleteRequest,
): DeleteResult {
  const storageKind = api.storageKindOf(kind);
  const live = requireLive(api, storageKind, address);
  checkPreconditions(storageKind, live, request);
  if (kind.bucket === 'namespaces' && PROTECTED_NAMESPACES.includes(address.name))
    throw apiErrors.forbidden(kind, address.name, 'this namespace may not be deleted');
  const object = markForDeletion(api, storageKind, live, request);
  const isGone = isReadyToGo(storageKind, object);
  if (request.dryRun) return { object, isGone };
  const key = { resource: storageKind.bucket, ...address };
  if (isGone) {
    const result = api.store.delete(key);
    return { object: result.outcome === 'written' ? result.object : object, isGone };
  }
  if (object === live) return { object, isGone };
  const result = api.store.update(key, object);
  return { object: result.outcome === 'written' ? result.object : object, isGone };
}

function checkPreconditions(
  kind: KindDefinition,
  live: StoredObject,
  { preconditions }: DeleteRequest,
): void {
  const { name = '', uid = '', resourceVersion = '' } = live.metadata;
  const wanted = preconditions?.uid;
  if (wanted !== undefined && wanted !== uid)
    throw apiErrors.conflict(
      kind,
      name,
      `Precondition failed: UID in precondition: ${wanted}, UID in object meta: ${uid}`,
    );
  const version = preconditions?.resourceVersion;
  if (version !== undefined && version !== resourceVersion)
    throw apiErrors.conflict(
      kind,
      name,
      `Precondition failed: ResourceVersion in precondition: ${version}, ResourceVersion in object meta: ${resourceVersion}`,
    );
}

/** Sets deletionTimestamp, grace period and the finalizers of the propagation policy; the same object if nothing changes. */
function markForDeletion(
  api: KubeApi,
  kind: KindDefinition,
  live: StoredObject,
  request: DeleteRequest,
): StoredObject {
  const finalizers = finalizersFor(request.propagationPolicy, live.metadata.finalizers ?? []);
  const grace = graceSeconds(kind, live, request);
  const { deletionTimestamp, deletionGracePeriodSeconds } = live.metadata;
  const isSame =
    deletionTimestamp !== undefined &&
    (deletionGracePeriodSeconds ?? 0) === grace &&
    finalizers.join() === (live.metadata.finalizers ?? []).join();
  if (isSame) return live;
  const object = structuredClone(live) as unknown as MutableObject;
  const { metadata } = object;
  const until = new Date(api.now().getTime() + grace * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  metadata.deletionTimestamp = deletionTimestamp ?? until;
  metadata.deletionGracePeriodSeconds = Math.min(deletionGracePeriodSeconds ?? grace, grace);
  if (finalizers.length > 0) metadata.finalizers = finalizers;
  else delete metadata.finalizers;
  if (deletionTimestamp === undefined && metadata.generation !== undefined) metadata.generation += 1;
  if (kind.bucket === 'namespaces') {
    object['status'] = { phase: 'Terminating' };
    delete metadata.deletionGracePeriodSeconds;
  }
  return object;
}

/** `foregroundDeletion` and `orphan` exclude each other; the garbage collector removes them. */
function finalizersFor(policy: DeleteRequest['propagationPolicy'], present: readonly string[]): string[] {
  if (policy === undefined) return [...present];
  const others = present.filter((each) => each !== 'foregroundDeletion' && each !== 'orphan');
  if (policy === 'Foreground') return [...others, 'foregroundDeletion'];
  return policy === 'Orphan' ? [...others, 'orphan'] : others;
}

/** Only Pods that run on a node are given time. */
function graceSeconds(kind: KindDefinition, live: StoredObject, request: DeleteRequest): number {
  if (kind.bucket !== 'pods') return 0;
  const spec = live.spec as { nodeName?: string; terminationGracePeriodSeconds?: number } | undefined;
  const status = live.status as { phase?: string } | undefined;
  if (!spec?.nodeName || status?.phase === 'Succeeded' || status?.phase === 'Failed') return 0;
  return request.gracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30;
}
