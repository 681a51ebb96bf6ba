import type { JsonObject } from '@/lib/domain/resource/json';
import type { MutableObject } from '../admission/mutable-object';
import type { KindDefinition } from '../registry/kind-definition';
import { apiErrors } from '../status/api-error';
import { fieldErrors } from '../status/field-error';
import type { StoredObject } from '../store/stored-object';
import { commitUpdate, inheritFields } from './commit-update';
import { decodeRequest } from './decode-request';
import type { KubeApi } from './kube-api';
import { recordOwnership } from './record-ownership';
import type { ObjectAddress, WriteOptions } from './write-options';

/** Kinds that cannot be replaced without naming the version that the change is based on. */
const NEEDS_VERSION = new Set([
  ...['CustomResourceDefinition', 'PodDisruptionBudget', 'APIService', 'Lease', 'CSIDriver'],
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  ...['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
]);

export function requireLive(
  api: KubeApi,
  kind: KindDefinition,
  { namespace, name }: ObjectAddress,
): StoredObject {
  const live = api.store.get({ resource: kind.bucket, namespace, name });
  if (!live) throw apiErrors.notFound(kind, name);
  return live;
}

/** PUT. */
export function updateObject(
  api: KubeApi,
  kind: KindDefinition,
  address: ObjectAddress,
  document: JsonObject,
  options: WriteOptions,
): StoredObject {
  const storageKind = api.storageKindOf(kind);
  const object = decodeRequest(kind, document, options);
  const live = requireLive(api, storageKind, address);
  const given = object.metadata.name;
  if (given && given !== address.name)
    throw apiErrors.badRequest(
      `the name of the object (${given}) does not match the name on the URL (${address.name})`,
    );
  if (!object.metadata.resourceVersion && (kind.custom ?? NEEDS_VERSION.has(kind.kind)))
    // The resource stands for the kind in this message.
    throw apiErrors.invalid({ ...kind, kind: kind.plural }, address.name, [
      fieldErrors.invalid('metadata.resourceVersion', 0, 'must be specified for an update'),
    ]);
  return replaceWith(api, storageKind, object, live, options);
}

/** The common end of PUT and PATCH: checks what the request was based on, then admits and stores. */
export function replaceWith(
  api: KubeApi,
  kind: KindDefinition,
  object: MutableObject,
  live: StoredObject,
  options: WriteOptions,
): StoredObject {
  const { uid, resourceVersion } = object.metadata;
  const { name = '' } = live.metadata;
  if (uid && uid !== live.metadata.uid)
    throw apiErrors.conflict(
      kind,
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${live.metadata.uid ?? ''}`,
    );
  if (resourceVersion && resourceVersion !== live.metadata.resourceVersion)
    throw apiErrors.modified(kind, name);
  inheritFields(kind, object, live, options);
  return commitUpdate(api, kind, object, live, options, (after) => {
    recordOwnership(api, kind, after, live, options);
  });
}
