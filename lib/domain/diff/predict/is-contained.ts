import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import {
  schemaOfKey,
  type ListSchema,
  type MapSchema,
  type TypeSchema,
} from '../../structured-merge/schema/type-schema';
import { equalValues } from '../../structured-merge/typed/atom';
import type { ComparisonInput } from '../comparison-input';
import { canonicalQuantity } from '../normalise/quantity';

type Mode = ComparisonInput['mode'];

/**
 * Whether a live value already holds all that a desired one says, so that neither merge nor patch would change it:
 * equal leaves and atomic values, items of associative lists in the same order. False where in doubt (nulls, values
 * that are only equal in stored form): then the whole comparison decides.
 */
export function isContained(
  desired: JsonValue,
  live: JsonValue | undefined,
  schema: TypeSchema | undefined,
  mode: Mode,
): boolean {
  if (desired === live) return desired !== null;
  if (live === undefined || live === null || desired === null || !schema) return false;
  if (Array.isArray(desired)) {
    if (!Array.isArray(live) || desired.length === 0) return Array.isArray(live) && live.length === 0;
    return schema.list?.relationship === 'associative'
      ? areItemsContained(desired, live, schema.list, mode)
      : equalValues(desired, live);
  }
  if (isJsonObject(desired)) return isJsonObject(live) && isObjectContained(desired, live, schema, mode);
  return (
    schema.format === 'quantity' &&
    canonicalQuantity(desired) === canonicalQuantity(live) &&
    canonicalQuantity(live) === live
  );
}

/** A patch merges only lists that have a patch strategy; all others, and those of custom resources, it replaces. */
function isReplacedWhole(map: MapSchema, key: string, mode: Mode): boolean {
  return mode === 'client-side' && !(map.fields.get(key)?.patchStrategies.includes('merge') ?? false);
}

function isObjectContained(desired: JsonObject, live: JsonObject, { map }: TypeSchema, mode: Mode): boolean {
  if (!map || map.relationship === 'atomic') return equalValues(desired, live);
  let isEmpty = true;
  for (const key in desired) {
    const value = desired[key];
    if (value === undefined) continue;
    isEmpty = false;
    if (value === null) return false;
    if (value === live[key]) continue;
    if (Array.isArray(value) && isReplacedWhole(map, key, mode)) {
      if (!equalValues(value, live[key])) return false;
    } else if (!isContained(value, live[key], schemaOfKey(map, key), mode)) return false;
  }
  // An empty map in Git may stand for emptying it.
  return !isEmpty || Object.keys(live).length === 0;
}

function areItemsContained(desired: JsonValue[], live: JsonValue[], list: ListSchema, mode: Mode): boolean {
  let position = 0;
  const others: JsonValue[] = [];
  for (const item of desired) {
    for (; position < live.length && !isSameItem(item, live[position], list); position++)
      others.push(live[position] ?? null);
    if (position === live.length || !isContained(item, live[position], list.item, mode)) return false;
    position++;
  }
  others.push(...live.slice(position));
  // A second live item of the same key would be merged away.
  return others.every((other) => !desired.some((item) => isSameItem(item, other, list)));
}

function isSameItem(item: JsonValue, other: JsonValue | undefined, list: ListSchema): boolean {
  if (list.keys.length === 0) return item === other;
  if (!isJsonObject(item) || !isJsonObject(other)) return false;
  for (const key of list.keys) {
    const value = item[key] ?? list.item.map?.fields.get(key)?.default;
    if (value !== other[key]) return false;
  }
  return true;
}
