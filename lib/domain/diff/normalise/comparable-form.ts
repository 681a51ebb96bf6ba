import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { LAST_APPLIED_ANNOTATION } from '../../structured-merge/managed/last-applied';
import type { ComparisonInput } from '../comparison-input';
import { dropAggregatedRules, sortEndpoints } from './kind-forms';
import { canonicaliseKnownTypes } from './known-types';
import type { Pair } from '../ignore/remove-ignored';
import { toStoredPair } from './stored-form';

const BOOKKEEPING: ReadonlySet<string> = new Set(['managedFields', 'resourceVersion', 'generation']);

type Comparing = Pick<ComparisonInput, 'schema' | 'settings' | 'mode'>;

/**
 * Two versions of an object as they are compared: in stored form, without the server's bookkeeping and what the settings
 * leave out. `areStored` where both come from the API server (or do not fit their schema) and need no bringing there.
 */
export function toComparablePair(
  live: JsonObject,
  other: JsonObject,
  kind: KubernetesObject,
  input: Comparing,
  areStored = false,
): Pair {
  const { settings, mode, schema } = input;
  const strip = (object: JsonObject) => withoutBookkeeping(object, settings.ignoreStatus, kind, mode);
  const bare: [JsonObject, JsonObject] = [strip(live), strip(other)];
  const [left, right] = schema && !areStored ? toStoredPair(...bare, schema) : bare;
  const finish = (object: JsonObject) => withoutOthersFields(object, kind, input);
  return { live: finish(left), predicted: finish(right) };
}

function withoutOthersFields(
  object: JsonObject,
  kind: KubernetesObject,
  { settings, mode }: Comparing,
): JsonObject {
  const isAggregated = kind.kind === 'ClusterRole' && settings.ignoreAggregatedRoles;
  const result = isAggregated ? dropAggregatedRules(object) : object;
  if (mode === 'server-side') return result;
  const sorted = kind.kind === 'Endpoints' && kind.apiVersion === 'v1' ? sortEndpoints(result) : result;
  return canonicaliseKnownTypes(sorted, kind, settings.knownTypeFields);
}

/** The object without managedFields, versions, the last-applied annotation and (as configured) the status. */
export function withoutBookkeeping(
  object: JsonObject,
  ignoreStatus: Comparing['settings']['ignoreStatus'],
  { kind, metadata: desired }: KubernetesObject,
  mode: Comparing['mode'],
): JsonObject {
  const dropsStatus =
    ignoreStatus === 'all' || (ignoreStatus === 'crd' && kind === 'CustomResourceDefinition');
  const result: JsonObject = {};
  for (const key in object) if (!dropsStatus || key !== 'status') result[key] = object[key];
  const metadata: JsonObject = {};
  const before = isJsonObject(object.metadata) ? object.metadata : {};
  for (const key in before) {
    // A patch carries what Git says, and the server judges it; server-side apply passes over it.
    const isSent =
      mode === 'client-side' && key !== 'managedFields' && (desired as JsonObject)[key] !== undefined;
    if (!BOOKKEEPING.has(key) || isSent) metadata[key] = before[key];
  }
  if (isJsonObject(before.annotations)) metadata.annotations = withoutLastApplied(before.annotations);
  result.metadata = metadata;
  return result;
}

/** The annotations without the last-applied configuration; none where nothing else is there. */
function withoutLastApplied(annotations: JsonObject): JsonObject | undefined {
  if (annotations[LAST_APPLIED_ANNOTATION] === undefined)
    return Object.keys(annotations).length > 0 ? annotations : undefined;
  const rest: JsonObject = {};
  let count = 0;
  for (const key in annotations) {
    if (key === LAST_APPLIED_ANNOTATION) continue;
    rest[key] = annotations[key];
    count++;
  }
  return count > 0 ? rest : undefined;
}
