import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { FieldSet } from '@/lib/domain/structured-merge/fields/field-set';
import { parseFieldsV1 } from '@/lib/domain/structured-merge/fields/fields-v1';
import { trackUpdate } from '@/lib/domain/structured-merge/managed/track-update';
import type { MutableObject } from '../admission/mutable-object';
import type { KindDefinition } from '../registry/kind-definition';
import type { KubeApi } from './kube-api';
import type { WriteOptions } from './write-options';

const STATUS_ONLY = parseFieldsV1({ 'f:status': {} });
const ALL_BUT_STATUS = parseFieldsV1({ 'f:spec': {} });

/** Fields that an endpoint does not write, so that nobody gains them through it. */
export function resetFieldsOf(kind: KindDefinition, subresource: WriteOptions['subresource']): FieldSet {
  if (!kind.hasStatus) return FieldSet.EMPTY;
  // A request for a certificate is not changed once it is made.
  if (kind.kind === 'CertificateSigningRequest' && !subresource) return ALL_BUT_STATUS.union(STATUS_ONLY);
  return subresource === 'status' ? ALL_BUT_STATUS : STATUS_ONLY;
}

/** Sets `metadata.managedFields` for a create, update or patch, comparing storage versions. */
export function recordOwnership(
  api: KubeApi,
  kind: KindDefinition,
  after: MutableObject,
  before: KubernetesObject | undefined,
  options: WriteOptions,
): void {
  const entries = trackUpdate({
    before,
    after: after,
    manager: options.fieldManager,
    schema: api.typeSchemaOf(kind),
    now: api.timestamp(),
    subresource: options.subresource,
    resetFields: resetFieldsOf(kind, options.subresource),
  });
  if (entries.length > 0) after.metadata.managedFields = entries;
  else delete after.metadata.managedFields;
}
