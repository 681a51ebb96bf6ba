import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { applyServerSide } from '@/lib/domain/structured-merge/managed/apply-server-side';
import { defaultObject } from '../admission/defaults/default-object';
import type { MutableObject } from '../admission/mutable-object';
import { convertVersion } from '../registry/convert-version';
import { apiVersionOf, type KindDefinition } from '../registry/kind-definition';
import { ApiError, apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import { mutate } from './admit';
import { commitCreate, prepareMetadata } from './create-object';
import { commitUpdate, inheritFields } from './commit-update';
import { decodeRequest } from './decode-request';
import type { KubeApi } from './kube-api';
import { resetFieldsOf } from './record-ownership';
import { requireActiveNamespace } from './require-active-namespace';
import type { ObjectAddress, WriteOptions } from './write-options';

export interface ApplyOptions extends WriteOptions {
  force: boolean;
}

/** PATCH with `application/apply-patch+yaml`: creates what is missing. */
export function applyObject(
  api: KubeApi,
  kind: KindDefinition,
  address: ObjectAddress,
  document: JsonObject,
  options: ApplyOptions,
): { object: StoredObject; isCreated: boolean } {
  const storageKind = api.storageKindOf(kind);
  const { namespace, name } = address;
  const live = api.store.get({ resource: storageKind.bucket, namespace, name });
  const applied = readApplied(kind, address, document);
  checkBase(storageKind, applied, live);
  const merged = merge(api, storageKind, applied, live, options);
  if (merged === live) return { object: live, isCreated: false };
  const object = decodeRequest(
    storageKind,
    structuredClone(merged) as unknown as JsonObject,
    options,
    (error) => unconvertible(storageKind, address, error),
  );
  const { managedFields } = object.metadata;
  const keepOwners = (after: MutableObject): void => {
    if (managedFields) after.metadata.managedFields = managedFields;
  };
  if (live) {
    inheritFields(storageKind, object, live, options);
    return { object: commitUpdate(api, storageKind, object, live, options, keepOwners), isCreated: false };
  }
  if (options.subresource) throw apiErrors.notFound(kind, name);
  delete object.metadata.resourceVersion;
  prepareMetadata(api, storageKind, object, namespace);
  if (namespace !== '') requireActiveNamespace(api, storageKind, namespace, name);
  defaultObject(storageKind, object);
  keepOwners(object);
  mutate(api, storageKind, object);
  return { object: commitCreate(api, storageKind, object, options), isCreated: true };
}

function readApplied(
  kind: KindDefinition,
  { namespace, name }: ObjectAddress,
  document: JsonObject,
): KubernetesObject {
  const apiVersion = apiVersionOf(kind);
  if (document['apiVersion'] !== apiVersion || document['kind'] !== kind.kind)
    throw apiErrors.badRequest(`the body must be of ${apiVersion}, Kind=${kind.kind}`);
  const applied = convertVersion(document, kind.storageVersion) as unknown as KubernetesObject;
  const given = (applied as Partial<KubernetesObject>).metadata ?? {};
  if (given.name && given.name !== name)
    throw apiErrors.badRequest(
      `the name of the object (${given.name}) does not match the name on the URL (${name})`,
    );
  const metadata = { ...given, name };
  if (kind.namespaced) metadata.namespace = namespace;
  else delete metadata.namespace;
  return { ...applied, metadata };
}

function unconvertible(kind: KindDefinition, { namespace, name }: ObjectAddress, error: Error): Error {
  const type = `${apiVersionOf(kind)}, Kind=${kind.kind}`;
  return new ApiError(
    500,
    '',
    `failed to convert new object (${namespace}/${name}; ${type}) to proper version: unable to convert unstructured object to ${type}: ${error.message}`,
  );
}

function checkBase(kind: KindDefinition, applied: KubernetesObject, live: StoredObject | undefined): void {
  const { uid, resourceVersion, name = '' } = applied.metadata;
  if (!live) {
    if (uid)
      throw apiErrors.conflict(
        kind,
        name,
        `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`,
      );
    return;
  }
  if (resourceVersion && resourceVersion !== live.metadata.resourceVersion)
    throw apiErrors.modified(kind, name);
}

function merge(
  api: KubeApi,
  kind: KindDefinition,
  applied: KubernetesObject,
  live: StoredObject | undefined,
  options: ApplyOptions,
): KubernetesObject {
  const outcome = applyServerSide({
    live,
    applied,
    manager: options.fieldManager,
    force: options.force,
    schema: api.typeSchemaOf(kind),
    now: api.timestamp(),
    subresource: options.subresource,
    resetFields: resetFieldsOf(kind, options.subresource),
  });
  switch (outcome.result) {
    case 'ok':
      return outcome.object;
    case 'invalid':
      throw outcome.status === 400
        ? apiErrors.badRequest(outcome.message)
        : new ApiError(500, '', outcome.message);
    case 'conflict':
      throw apiErrors.applyConflict(
        outcome.message,
        outcome.conflicts.flatMap((conflict) =>
          conflict.fields.map((field) => ({
            reason: 'FieldManagerConflict',
            message: `conflict with ${JSON.stringify(conflict.manager)}`,
            field: String(field),
          })),
        ),
      );
  }
}
