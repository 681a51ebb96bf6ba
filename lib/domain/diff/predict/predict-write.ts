import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { applyMergePatch } from '../../manifest/merge-patch';
import { LAST_APPLIED_ANNOTATION, readLastApplied } from '../../structured-merge/managed/last-applied';
import { predictApplied } from '../../structured-merge/managed/predict-applied';
import { DEDUCED_SCHEMA } from '../../structured-merge/schema/type-schema';
import { equalValues } from '../../structured-merge/typed/atom';
import { strategicMergePatch } from '../../three-way/strategic-merge-patch';
import { threeWayPatch } from '../../three-way/three-way-patch';
import type { ComparisonInput } from '../comparison-input';
import { mergeStringData } from '../normalise/kind-forms';
import { toTypedForm } from '../normalise/stored-form';

const SERVER_FIELDS = [
  'name',
  'namespace',
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
] as const;

export interface PredictedWrite {
  object: JsonObject;
  /** Why the API server may see it otherwise. */
  doubt?: string;
}

/**
 * What the write that the sync would send makes of the live object, before the API server's own additions. A manifest
 * that does not fit its schema (`isTyped` false) is taken as it stands.
 */
export function predictWrite(
  live: KubernetesObject,
  desired: KubernetesObject,
  { mode, manager, schema }: Pick<ComparisonInput, 'mode' | 'manager' | 'schema'>,
  isTyped = true,
): PredictedWrite {
  const predicted: PredictedWrite =
    mode === 'server-side'
      ? { object: predictApplied(live, desired, manager, schema ?? DEDUCED_SCHEMA) }
      : predictPatched(live, desired, isTyped ? schema : undefined, schema);
  const isSecret = desired.kind === 'Secret' && desired.apiVersion === 'v1';
  const object = isSecret ? mergeStringData(predicted.object) : predicted.object;
  return { ...predicted, object: keepServerFields(object, live) };
}

/** As Argo CD compares: the manifest in typed form against the live object, deletions by the last-applied one. */
function predictPatched(
  live: KubernetesObject,
  desired: KubernetesObject,
  typedBy: ComparisonInput['schema'],
  schema: ComparisonInput['schema'],
): PredictedWrite {
  const current = live as unknown as JsonObject;
  const manifest = desired as unknown as JsonObject;
  const original = originalOf(live);
  const typed = typedBy ? toTypedForm(manifest, typedBy) : manifest;
  // The manifest is sent as it stands: nulls and empty values that its typed form lacks may clear something.
  const doubt = typed !== manifest && drops(manifest, typed) ? 'Git holds nulls or empty values' : undefined;
  const result = threeWayPatch({ original, modified: withAnnotationMark(typed), current, schema });
  const certainty = doubt === undefined ? {} : { doubt };
  if (!result) return { object: current, ...certainty };
  if (result.type === 'strategic') {
    return { object: strategicMergePatch(current, result.patch, schema ?? DEDUCED_SCHEMA), ...certainty };
  }
  const patched = applyMergePatch(current, result.patch) as JsonObject;
  const kept = original ? patched : (keepForeignFields(current, patched) as JsonObject);
  if (equalValues(kept, patched)) return { object: patched, ...certainty };
  return { object: kept, doubt: 'the live list holds further fields' };
}

/** The last-applied configuration; its annotations count only if it had some. */
function originalOf(live: KubernetesObject): JsonObject | undefined {
  const original = readLastApplied(live);
  if (!original) return undefined;
  const { annotations, ...metadata } = original.metadata;
  const hasAnnotations = annotations !== undefined && Object.keys(annotations).length > 0;
  return {
    ...original,
    metadata: { ...metadata, ...(hasAnnotations ? { annotations } : {}) },
  } as unknown as JsonObject;
}

/** The apply itself keeps an annotation, so that dropping all others never drops the map. */
function withAnnotationMark(manifest: JsonObject): JsonObject {
  const metadata = isJsonObject(manifest.metadata) ? manifest.metadata : {};
  const annotations = isJsonObject(metadata.annotations) ? metadata.annotations : {};
  return {
    ...manifest,
    metadata: { ...metadata, annotations: { ...annotations, [LAST_APPLIED_ANNOTATION]: '' } },
  };
}

/** Whether the typed form lacks something that the manifest has. */
function drops(manifest: JsonValue, typed: JsonValue | undefined): boolean {
  if (manifest === typed) return false;
  if (Array.isArray(manifest))
    return manifest.some((item, index) => drops(item, Array.isArray(typed) ? typed[index] : undefined));
  if (isJsonObject(manifest)) {
    return Object.entries(manifest).some(
      ([key, value]) =>
        value !== undefined && (!isJsonObject(typed) || typed[key] === undefined || drops(value, typed[key])),
    );
  }
  return manifest === null || typed === undefined;
}

/**
 * Without a last-applied configuration nobody knows who put a further field into an item of a list. As in Argo CD's
 * two-way comparison it stays, as long as the list keeps its length.
 */
function keepForeignFields(before: JsonValue | undefined, after: JsonValue): JsonValue {
  if (isJsonObject(before) && isJsonObject(after)) {
    const entries = Object.entries(after).map(([key, value]) => [
      key,
      value === undefined ? value : keepForeignFields(before[key], value),
    ]);
    return Object.fromEntries(entries) as JsonObject;
  }
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return after;
  return after.map((item, index) => {
    const earlier = before[index];
    return isJsonObject(item) && isJsonObject(earlier) ? { ...earlier, ...item } : item;
  });
}

/** Fields of metadata that a write cannot change keep their live value. */
function keepServerFields(predicted: JsonObject, live: KubernetesObject): JsonObject {
  const before = live.metadata as unknown as JsonObject;
  const written = predicted.metadata as JsonObject;
  if (SERVER_FIELDS.every((key) => written[key] === before[key])) return withKindRules(predicted, live);
  const metadata: JsonObject = {};
  for (const key in written) if (!isServerField(key)) metadata[key] = written[key];
  for (const key of SERVER_FIELDS) if (before[key] !== undefined) metadata[key] = before[key];
  return withKindRules({ ...predicted, metadata }, live);
}

function isServerField(key: string): boolean {
  return (SERVER_FIELDS as readonly string[]).includes(key);
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
