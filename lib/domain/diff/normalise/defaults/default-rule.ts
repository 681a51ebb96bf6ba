import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';

/** Defaults of one type: a value per field, or a function of the object (undefined = no default here). */
export type DefaultRules = Readonly<
  Record<string, JsonValue | ((object: JsonObject) => JsonValue | undefined)>
>;

/** By model name without `io.k8s.api.`. */
export type DefaultTable = Readonly<Record<string, DefaultRules>>;

/** A default that holds only while `field` is (or, for a list, is one of) `values`. */
export function when(field: string, values: JsonValue | JsonValue[], value: JsonValue) {
  const accepted = Array.isArray(values) ? values : [values];
  return (object: JsonObject): JsonValue | undefined =>
    accepted.includes(object[field] ?? null) ? value : undefined;
}
