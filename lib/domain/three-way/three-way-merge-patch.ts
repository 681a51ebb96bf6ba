import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import { equalValues } from '../structured-merge/typed/atom';

/**
 * A three-way JSON merge patch: what `modified` adds or changes in `current` (its nulls say nothing), and null for
 * what `original` had and `modified` has not. Lists are replaced whole.
 */
export function threeWayMergePatch(
  original: JsonObject,
  modified: JsonObject,
  current: JsonObject,
): JsonObject {
  const patch: JsonObject = {};
  for (const [key, wanted] of Object.entries(modified)) {
    const present = current[key];
    const before = original[key];
    if (wanted === undefined) continue;
    if (wanted === null) {
      // Dropped from what is sent as a change; sent as a deletion where it had a value before.
      if (before !== undefined && before !== null && present !== undefined) patch[key] = null;
    } else if (isJsonObject(wanted) && isJsonObject(present)) {
      const nested = threeWayMergePatch(isJsonObject(before) ? before : {}, wanted, present);
      if (Object.keys(nested).length > 0) patch[key] = nested;
    } else if (!equalValues(withoutNulls(wanted), withoutNulls(present ?? null)))
      patch[key] = withoutNulls(wanted);
  }
  for (const [key, before] of Object.entries(original)) {
    if (before === undefined || modified[key] !== undefined || current[key] === undefined) continue;
    patch[key] = null;
  }
  return patch;
}

/** Nulls in maps say nothing in a merge patch; items of lists are sent as they are. */
function withoutNulls(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, JsonValue] => entry[1] !== null && entry[1] !== undefined,
  );
  return Object.fromEntries(entries.map(([key, child]) => [key, withoutNulls(child)]));
}
