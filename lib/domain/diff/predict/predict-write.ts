import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { applyMergePatch } from '../../manifest/merge-patch';
import { readLastApplied } from '../../structured-merge/managed/last-applied';
import { predictApplied } from '../../structured-merge/managed/predict-applied';
import { DEDUCED_SCHEMA } from '../../structured-merge/schema/type-schema';
import { strategicMergePatch } from '../../three-way/strategic-merge-patch';
import { threeWayPatch } from '../../three-way/three-way-patch';
import type { ComparisonInput } from '../comparison-input';
import { mergeStringData } from '../normalise/kind-forms';

const SERVER_FIELDS = [
  'name',
  'namespace',
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
] as const;

/** What the write that the sync would send makes of the live object, before the API server's own additions. */
export function predictWrite(
  live: KubernetesObject,
  desired: KubernetesObject,
  { mode, manager, schema }: Pick<ComparisonInput, 'mode' | 'manager' | 'schema'>,
): JsonObject {
  const predicted =
    mode === 'server-side'
      ? predictApplied(live, desired, manager, schema ?? DEDUCED_SCHEMA)
      : predictPatched(live, desired, schema);
  const isSecret = desired.kind === 'Secret' && desired.apiVersion === 'v1';
  return keepServerFields(isSecret ? mergeStringData(predicted) : predicted, live);
}

function predictPatched(
  live: KubernetesObject,
  desired: KubernetesObject,
  schema: ComparisonInput['schema'],
): JsonObject {
  const current = live as unknown as JsonObject;
  const original = readLastApplied(live) as unknown as JsonObject | undefined;
  const result = threeWayPatch({ original, modified: desired as unknown as JsonObject, current, schema });
  if (!result) return current;
  if (result.type === 'strategic')
    return strategicMergePatch(current, result.patch, schema ?? DEDUCED_SCHEMA);
  return applyMergePatch(current, result.patch) as JsonObject;
}

/** Fields of metadata that a write cannot change keep their live value. */
function keepServerFields(predicted: JsonObject, live: KubernetesObject): JsonObject {
  const before = live.metadata as unknown as JsonObject;
  const metadata: JsonObject = { ...(predicted.metadata as JsonObject) };
  for (const key of SERVER_FIELDS) {
    if (before[key] === undefined) Reflect.deleteProperty(metadata, key);
    else metadata[key] = before[key];
  }
  return withKindRules({ ...predicted, metadata }, live);
}

/** What the API server sets itself, whatever the write says. */
function withKindRules(predicted: JsonObject, live: KubernetesObject): JsonObject {
  if (live.kind === 'CertificateSigningRequest')
    return { ...predicted, spec: (live as unknown as JsonObject).spec };
  if (live.kind !== 'Namespace') return predicted;
  const metadata = predicted.metadata as JsonObject;
  const labels = {
    ...(metadata.labels as JsonObject | undefined),
    'kubernetes.io/metadata.name': metadata.name,
  };
  return { ...predicted, metadata: { ...metadata, labels } };
}
