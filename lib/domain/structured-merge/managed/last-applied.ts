import { isJsonObject, type JsonObject, type JsonValue } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { FieldSet } from '../fields/field-set';
import type { TypeSchema } from '../schema/type-schema';
import { compareTyped } from '../typed/compare-typed';
import { fieldSetOf } from '../typed/field-set-of';
import { withoutManagedFields } from './strip-metadata';

export const LAST_APPLIED_ANNOTATION = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object in the last-applied annotation; undefined where it is absent or unreadable. */
export function readLastApplied(object: KubernetesObject): KubernetesObject | undefined {
  const text = object.metadata.annotations?.[LAST_APPLIED_ANNOTATION];
  if (!text) return undefined;
  try {
    const parsed = JSON.parse(text) as JsonValue;
    if (!isJsonObject(parsed)) return undefined;
    return { metadata: {}, ...parsed } as unknown as KubernetesObject;
  } catch {
    return undefined;
  }
}

/** Fields that client-side apply set last and whose value still stands; `kubectl apply --server-side` may take them. */
export function allowedByLastApplied(live: KubernetesObject, schema: TypeSchema): FieldSet {
  const lastApplied = readLastApplied(live);
  if (!lastApplied) return FieldSet.EMPTY;
  const configuration = withoutManagedFields(lastApplied);
  const comparison = compareTyped(configuration, withoutManagedFields(live), schema);
  return fieldSetOf(configuration, schema)
    .difference(comparison.modified)
    .difference(comparison.added)
    .difference(comparison.removed);
}

/** The object with `applied` in its last-applied annotation; client-side apply sends `withLastApplied(manifest, manifest)`. */
export function withLastApplied(object: KubernetesObject, applied: KubernetesObject): KubernetesObject {
  const annotations = {
    ...object.metadata.annotations,
    [LAST_APPLIED_ANNOTATION]: formatLastApplied(applied),
  };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

/** The annotation's text for an object: JSON with sorted keys, without itself, ended by a line break. */
export function formatLastApplied(object: KubernetesObject): string {
  const json = withoutManagedFields(object);
  const metadata = isJsonObject(json.metadata) ? json.metadata : {};
  const annotations: JsonObject = isJsonObject(metadata.annotations)
    ? { ...metadata.annotations, [LAST_APPLIED_ANNOTATION]: undefined }
    : {};
  return `${JSON.stringify(sortKeys({ ...json, metadata: { ...metadata, annotations } }))}\n`;
}

function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, JsonValue] => entry[1] !== undefined,
  );
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, child]) => [key, sortKeys(child)]),
  );
}
