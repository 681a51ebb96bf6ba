import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';

/** Whether two JSON values are equal; key order does not matter, `undefined` members count as absent. */
export function isEqualJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isEqualJson(item, b[index]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isEqualJson(a[key], b[key]));
}

/** The JSON merge patch (RFC 7386) that turns `before` into `after`; undefined when they are equal. */
export function mergePatchBetween(before: JsonObject, after: JsonObject): JsonObject | undefined {
  const patch: JsonObject = {};
  for (const key of Object.keys(before)) {
    if (before[key] !== undefined && after[key] === undefined) patch[key] = null;
  }
  for (const [key, value] of Object.entries(after)) {
    const old = before[key];
    if (value === undefined || isEqualJson(old, value)) continue;
    if (isJsonObject(old) && isJsonObject(value)) patch[key] = mergePatchBetween(old, value) ?? {};
    else patch[key] = value;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** Applies a JSON merge patch (RFC 7386). The target is not changed. */
export function applyMergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const result: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value === null) Reflect.deleteProperty(result, key);
    else result[key] = applyMergePatch(result[key], value);
  }
  return result;
}
