import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { omit, type MutableObject } from '../admission/mutable-object';
import { defaultObject } from '../admission/defaults/default-object';
import type { KindDefinition } from '../registry/kind-definition';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import { mutate, validate } from './admit';
import type { KubeApi } from './kube-api';
import type { WriteOptions } from './write-options';

/** Takes over from the live object what a request cannot change through this endpoint. */
export function inheritFields(
  kind: KindDefinition,
  object: MutableObject,
  live: StoredObject,
  options: WriteOptions,
): void {
  const { metadata } = object;
  const fixed = [
    'creationTimestamp',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'generation',
    'selfLink',
  ] as const;
  for (const field of fixed) carry(metadata, live.metadata as JsonObject, field);
  for (const field of ['uid', 'name', 'namespace'] as const)
    if (!metadata[field]) carry(metadata, live.metadata as JsonObject, field);
  carry(metadata, live.metadata as JsonObject, 'resourceVersion');
  const old = live as unknown as JsonObject;
  if (options.subresource === 'status') {
    const { status } = object;
    const { managedFields } = metadata;
    for (const key of Object.keys(object))
      if (!['apiVersion', 'kind'].includes(key)) Reflect.deleteProperty(object, key);
    Object.assign(object, structuredClone({ ...old, status }));
    if (managedFields) object.metadata.managedFields = managedFields;
    if (status === undefined) Reflect.deleteProperty(object, 'status');
  } else if (kind.hasStatus) carry(object, old, 'status');
}

/**
 * Admission, ownership and the write itself. A write that changes nothing is none; one that removes the last finalizer
 * of an object under deletion removes the object.
 */
export function commitUpdate(
  api: KubeApi,
  kind: KindDefinition,
  object: MutableObject,
  live: StoredObject,
  options: WriteOptions,
  recordOwners: (object: MutableObject) => void,
): StoredObject {
  const old = live as unknown as MutableObject;
  defaultObject(kind, object);
  recordOwners(object);
  mutate(api, kind, object, old);
  validate(kind, object, old);
  if (isSame(object, old)) return live;
  if (options.dryRun) return object;
  const { name = '', namespace = '' } = live.metadata;
  const key = { resource: kind.bucket, namespace, name };
  if (isReadyToGo(kind, object)) {
    api.store.delete(key);
    return object;
  }
  const result = api.store.update(key, object, live.metadata.resourceVersion);
  if (result.outcome === 'written') return result.object;
  throw result.outcome === 'conflict' ? apiErrors.modified(kind, name) : apiErrors.notFound(kind, name);
}

/** Under deletion, with nothing left that holds it. */
export function isReadyToGo(kind: KindDefinition, object: MutableObject | StoredObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = object.metadata;
  if (deletionTimestamp === undefined || finalizers.length > 0 || deletionGracePeriodSeconds > 0)
    return false;
  if (kind.bucket !== 'namespaces') return true;
  const { spec } = object;
  const held = isJsonObject(spec) ? spec['finalizers'] : undefined;
  return !Array.isArray(held) || held.length === 0;
}

/** Times of managedFields aside: these alone are no reason to write. */
function isSame(object: MutableObject, old: MutableObject): boolean {
  return isDeepStrictEqual(withoutTimes(object), withoutTimes(old));
}

function withoutTimes(object: MutableObject): unknown {
  const managedFields = (object.metadata.managedFields ?? []).map((entry) => omit(entry, 'time'));
  return { ...object, metadata: { ...object.metadata, managedFields } };
}

function carry(target: JsonObject, source: JsonObject, key: string): void {
  if (source[key] === undefined) Reflect.deleteProperty(target, key);
  else target[key] = source[key];
}
