import { randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '@/lib/domain/resource/json';
import { defaultObject } from '../admission/defaults/default-object';
import type { MutableObject } from '../admission/mutable-object';
import type { KindDefinition } from '../registry/kind-definition';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import { mutate, validate } from './admit';
import { decodeRequest } from './decode-request';
import type { KubeApi } from './kube-api';
import { recordOwnership } from './record-ownership';
import { requireActiveNamespace } from './require-active-namespace';
import type { WriteOptions } from './write-options';

const GENERATED_SUFFIX = 'bcdfghjklmnpqrstvwxz2456789';

/** POST. Answers the stored object in the storage version. */
export function createObject(
  api: KubeApi,
  kind: KindDefinition,
  namespace: string,
  document: JsonObject,
  options: WriteOptions,
): StoredObject {
  const object = decodeRequest(kind, document, options);
  const storageKind = api.storageKindOf(kind);
  checkNamespace(kind, object, namespace);
  prepareMetadata(api, storageKind, object, namespace);
  if (namespace !== '') requireActiveNamespace(api, storageKind, namespace, object.metadata.name ?? '');
  defaultObject(storageKind, object);
  recordOwnership(api, storageKind, object, undefined, options);
  mutate(api, storageKind, object);
  return commitCreate(api, storageKind, object, options);
}

/** Validates and stores what is otherwise complete; also the end of a server-side apply that creates. */
export function commitCreate(
  api: KubeApi,
  kind: KindDefinition,
  object: MutableObject,
  options: WriteOptions,
): StoredObject {
  const { name = '', namespace = '' } = object.metadata;
  validate(kind, object);
  const key = { resource: kind.bucket, namespace, name };
  if (options.dryRun) {
    if (api.store.get(key)) throw apiErrors.alreadyExists(kind, name);
    return object;
  }
  const result = api.store.create(key, object);
  if (result.outcome !== 'written') throw apiErrors.alreadyExists(kind, name);
  return result.object;
}

/** What the server alone decides: identity, time, and a status where it is written apart. */
export function prepareMetadata(
  api: KubeApi,
  kind: KindDefinition,
  object: MutableObject,
  namespace: string,
): void {
  const { metadata } = object;
  if (metadata.resourceVersion)
    throw apiErrors.badRequest('resourceVersion should not be set on objects to be created');
  if (!metadata.name && metadata.generateName) metadata.name = metadata.generateName + randomSuffix();
  for (const field of ['generation', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'selfLink'] as const)
    Reflect.deleteProperty(metadata, field);
  metadata.uid = randomUUID();
  metadata.creationTimestamp = api.timestamp();
  if (kind.namespaced) metadata.namespace = namespace;
  else delete metadata.namespace;
  if (kind.hasStatus) Reflect.deleteProperty(object, 'status');
}

function checkNamespace(kind: KindDefinition, object: MutableObject, namespace: string): void {
  const given = object.metadata.namespace;
  if (kind.namespaced && given && given !== namespace)
    throw apiErrors.badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
}

function randomSuffix(): string {
  return Array.from(randomBytes(5), (byte) => GENERATED_SUFFIX.charAt(byte % GENERATED_SUFFIX.length)).join(
    '',
  );
}
