import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { objectAt, textAt } from '../admission/mutable-object';
import { crdSpecOf } from '../custom-resources/custom-kinds';
import { deleteObject } from '../operations/delete-object';
import type { KubeApi } from '../operations/kube-api';
import { isEstablished } from '../registry/kind-registry';
import { bucketOf, type StoredObject, type StoreKey } from '../store/stored-object';
import type { RunSoon } from './run-soon';

const CLEANUP = 'customresourcecleanup.apiextensions.k8s.io';

/** Accepts the names of new CustomResourceDefinitions, and deletes the instances of those that are being deleted. */
export function establishDefinitions(api: KubeApi, soon: RunSoon): void {
  api.store.watch(({ type, key, object }) => {
    if (key.resource !== 'customresourcedefinitions.apiextensions.k8s.io') {
      if (type === 'DELETED') soon.add(() => finishDeletions(api));
      return;
    }
    if (type === 'DELETED') return;
    if (object.metadata.deletionTimestamp !== undefined) soon.add(() => cleanUp(api, key));
    else if (!isEstablished(object)) soon.add(() => establish(api, key));
    else if (areNamesStale(object)) soon.add(() => establish(api, key));
  });
}

function establish(api: KubeApi, key: StoreKey): void {
  const live = api.store.get(key);
  if (!live || live.metadata.deletionTimestamp !== undefined) return;
  const spec = crdSpecOf(live);
  const now = api.timestamp();
  const condition = (type: string, reason: string, message: string): JsonObject => ({
    type,
    status: 'True',
    lastTransitionTime: now,
    reason,
    message,
  });
  const conditions = isEstablished(live)
    ? (live.status as JsonObject)['conditions']
    : [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted'),
      ];
  const storage = spec.versions.find((version) => version.storage)?.name ?? '';
  const status = { acceptedNames: { ...spec.names }, storedVersions: [storage], conditions };
  const finalizers = [...new Set([...(live.metadata.finalizers ?? []), CLEANUP])];
  api.store.update(key, { ...live, metadata: { ...live.metadata, finalizers }, status });
}

function areNamesStale(object: StoredObject): boolean {
  const names = objectAt(object as unknown as JsonObject, 'spec', 'names');
  const accepted = objectAt(object as unknown as JsonObject, 'status', 'acceptedNames');
  return JSON.stringify(names) !== JSON.stringify(accepted);
}

function cleanUp(api: KubeApi, key: StoreKey): void {
  const live = api.store.get(key);
  if (!live?.metadata.finalizers?.includes(CLEANUP)) return;
  const bucket = instancesOf(live);
  const [kind] = api.kinds.inBucket(bucket);
  for (const object of kind ? api.store.list(bucket) : []) {
    const { namespace = '', name = '', deletionTimestamp } = object.metadata;
    if (kind && deletionTimestamp === undefined)
      deleteObject(api, kind, { namespace, name }, { dryRun: false });
  }
  if (api.store.list(bucket).length > 0) return;
  const finalizers = (live.metadata.finalizers ?? []).filter((each) => each !== CLEANUP);
  if (finalizers.length === 0) api.store.delete(key);
  else api.store.update(key, { ...live, metadata: { ...live.metadata, finalizers } });
}

/** A definition goes with its last instance. */
function finishDeletions(api: KubeApi): void {
  const resource = 'customresourcedefinitions.apiextensions.k8s.io';
  for (const definition of api.store.list(resource)) {
    if (definition.metadata.deletionTimestamp !== undefined)
      cleanUp(api, { resource, namespace: '', name: definition.metadata.name ?? '' });
  }
}

function instancesOf(definition: StoredObject): string {
  const spec = isJsonObject(definition.spec) ? definition.spec : {};
  return bucketOf(textAt(spec, 'group') ?? '', textAt(spec, 'names', 'plural') ?? '');
}
