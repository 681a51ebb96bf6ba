import { isJsonObject } from '../../resource/json';

/** Lua knows one kind of empty table: an empty list that stood for a map before becomes a map again. */
export function restoreEmptyMaps(changed: unknown, original: unknown): unknown {
  if (Array.isArray(changed)) {
    if (changed.length === 0 && isJsonObject(original)) return {};
    if (!Array.isArray(original)) return changed;
    return changed.map((item: unknown, index): unknown => restoreEmptyMaps(item, original[index]));
  }
  if (!isJsonObject(changed) || !isJsonObject(original)) return changed;
  return Object.fromEntries(
    Object.entries(changed).map(([key, value]) => [key, restoreEmptyMaps(value, original[key])]),
  );
}
