import type { JsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { FieldSet } from '../fields/field-set';

const IDENTITY = [
  'name',
  'namespace',
  'creationTimestamp',
  'selfLink',
  'uid',
  'clusterName',
  'generation',
  'managedFields',
  'resourceVersion',
];

/** Fields that nobody owns: the object's identity and the server's bookkeeping. */
export const UNOWNED_FIELDS = FieldSet.of(
  ['f:apiVersion'],
  ['f:kind'],
  ['f:metadata'],
  ...IDENTITY.map((name) => ['f:metadata', `f:${name}`]),
);

/** The object as JSON without `metadata.managedFields`; the argument is left as it is. */
export function withoutManagedFields(object: KubernetesObject): JsonObject {
  const json = object as unknown as JsonObject;
  if (object.metadata.managedFields === undefined) return json;
  const metadata = { ...(json.metadata as JsonObject) };
  delete metadata.managedFields;
  return { ...json, metadata };
}
