import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { LAST_APPLIED_ANNOTATION } from '../../structured-merge/managed/last-applied';
import type { ComparisonInput } from '../comparison-input';
import { dropAggregatedRules, sortEndpoints } from './kind-forms';
import { canonicaliseKnownTypes } from './known-types';
import { toStoredForm } from './stored-form';

const BOOKKEEPING = ['managedFields', 'resourceVersion', 'generation'] as const;

type Comparing = Pick<ComparisonInput, 'schema' | 'settings' | 'mode'>;

/**
 * An object as it is compared: in stored form (`written` ones are brought to it), without the server's bookkeeping and
 * what the settings leave out.
 */
export function toComparable(
  object: JsonObject,
  kind: KubernetesObject,
  input: Comparing,
  form: 'written' | 'stored' = 'written',
): JsonObject {
  const { settings, mode, schema } = input;
  let result = withoutBookkeeping(object, settings.ignoreStatus, kind, mode);
  if (schema && form === 'written') result = toStoredForm(result, schema);
  if (kind.kind === 'ClusterRole' && settings.ignoreAggregatedRoles) result = dropAggregatedRules(result);
  if (mode === 'server-side') return result;
  if (kind.kind === 'Endpoints' && kind.apiVersion === 'v1') result = sortEndpoints(result);
  return canonicaliseKnownTypes(result, kind, settings.knownTypeFields);
}

function withoutBookkeeping(
  object: JsonObject,
  ignoreStatus: Comparing['settings']['ignoreStatus'],
  { kind, metadata: desired }: KubernetesObject,
  mode: Comparing['mode'],
): JsonObject {
  const dropsStatus =
    ignoreStatus === 'all' || (ignoreStatus === 'crd' && kind === 'CustomResourceDefinition');
  const metadata = isJsonObject(object.metadata) ? { ...object.metadata } : {};
  for (const key of BOOKKEEPING) {
    // A patch carries what Git says, and the server judges it; server-side apply passes over it.
    if (mode === 'server-side' || desired[key] === undefined) Reflect.deleteProperty(metadata, key);
  }
  if (isJsonObject(metadata.annotations)) {
    const annotations = { ...metadata.annotations };
    Reflect.deleteProperty(annotations, LAST_APPLIED_ANNOTATION);
    if (Object.keys(annotations).length > 0) metadata.annotations = annotations;
    else delete metadata.annotations;
  }
  const result = { ...object, metadata };
  if (dropsStatus) Reflect.deleteProperty(result, 'status');
  return result;
}
