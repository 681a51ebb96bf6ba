import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import { DEDUCED_SCHEMA, type FieldSchema, type TypeSchema } from '../structured-merge/schema/type-schema';
import { equalValues } from '../structured-merge/typed/atom';
import { DELETE_PRIMITIVES, ELEMENT_ORDER } from './strategic-merge-patch';

/** A three-way strategic merge patch; keys that are in `original` and not in `modified` are deleted from `current`. */
export function strategicPatchBetween(
  original: JsonObject,
  modified: JsonObject,
  current: JsonObject,
  schema: TypeSchema,
): JsonObject {
  const patch: JsonObject = {};
  for (const [key, wanted] of Object.entries(modified)) {
    if (wanted === undefined) continue;
    addChange(patch, key, { before: original[key], wanted, present: current[key] }, fieldOf(schema, key));
  }
  for (const [key, before] of Object.entries(original)) {
    if (before === undefined || modified[key] !== undefined || current[key] === undefined) continue;
    patch[key] = null;
  }
  return patch;
}

interface Sides {
  before: JsonValue | undefined;
  wanted: JsonValue;
  present: JsonValue | undefined;
}

function addChange(patch: JsonObject, key: string, sides: Sides, field: FieldSchema | undefined): void {
  const { before, wanted, present } = sides;
  const type = field?.type ?? DEDUCED_SCHEMA;
  const strategies = field?.patchStrategies ?? [];
  if (isJsonObject(wanted) && isJsonObject(present) && !strategies.includes('replace')) {
    const nested = strategicPatchBetween(isJsonObject(before) ? before : {}, wanted, present, type);
    if (Object.keys(nested).length === 0) return;
    patch[key] = strategies.includes('retainKeys')
      ? { ...nested, $retainKeys: Object.keys(wanted).sort() }
      : nested;
  } else if (Array.isArray(wanted) && Array.isArray(present) && strategies.includes('merge')) {
    const earlier = Array.isArray(before) ? before : [];
    if (field?.patchMergeKey === undefined) addPrimitives(patch, key, earlier, wanted, present);
    else addItems(patch, key, { before: earlier, wanted, present }, { key: field.patchMergeKey, type });
  } else if (!equalValues(wanted, present) && !(wanted === null && present === undefined))
    patch[key] = wanted;
}

function fieldOf(schema: TypeSchema, key: string): FieldSchema | undefined {
  const field = schema.map?.fields.get(key);
  const element = schema.map?.element;
  return field ?? (element ? { type: element, patchStrategies: [] } : undefined);
}

function addPrimitives(
  patch: JsonObject,
  key: string,
  before: readonly JsonValue[],
  wanted: readonly JsonValue[],
  present: readonly JsonValue[],
): void {
  const lacks = (list: readonly JsonValue[]) => (value: JsonValue) =>
    !list.some((item) => equalValues(item, value));
  const additions = wanted.filter(lacks(present));
  const removals = before.filter(lacks(wanted)).filter((value) => !lacks(present)(value));
  const isReordered = !isSameOrder(wanted, present, equalValues);
  if (additions.length > 0) patch[key] = additions;
  if (removals.length > 0) patch[`${DELETE_PRIMITIVES}${key}`] = removals;
  if (additions.length > 0 || removals.length > 0 || isReordered)
    patch[`${ELEMENT_ORDER}${key}`] = [...wanted];
}

interface ListSides {
  before: readonly JsonValue[];
  wanted: readonly JsonValue[];
  present: readonly JsonValue[];
}

function addItems(
  patch: JsonObject,
  field: string,
  sides: ListSides,
  by: { key: string; type: TypeSchema },
): void {
  const keyOf = (item: JsonValue) => (isJsonObject(item) ? (item[by.key] ?? null) : null);
  const isSame = (a: JsonValue, b: JsonValue) => equalValues(keyOf(a), keyOf(b));
  const find = (list: readonly JsonValue[], item: JsonValue) => {
    const found = list.find((other) => isSame(other, item));
    return isJsonObject(found) ? found : undefined;
  };
  const changes: JsonValue[] = [];
  const itemSchema = by.type.list?.item ?? DEDUCED_SCHEMA;
  // Ports of two protocols share a merge key; the n-th of one side is compared with the n-th of the other.
  const turns = new Map<string, number>();
  for (const item of sides.wanted) {
    const name = JSON.stringify(keyOf(item));
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    const matching = sides.present.filter((other) => isSame(other, item));
    const present = matching[Math.min(turn, matching.length - 1)];
    if (!isJsonObject(item) || !isJsonObject(present)) {
      changes.push(item);
      continue;
    }
    const nested = strategicPatchBetween(find(sides.before, item) ?? {}, item, present, itemSchema);
    if (Object.keys(nested).length > 0) changes.push({ ...nested, [by.key]: item[by.key] });
  }
  for (const item of sides.before) {
    if (find(sides.wanted, item) || !find(sides.present, item)) continue;
    changes.push({ $patch: 'delete', [by.key]: keyOf(item) });
  }
  if (changes.length > 0) patch[field] = changes;
  if (changes.length > 0 || !isSameOrder(sides.wanted, sides.present, isSame)) {
    patch[`${ELEMENT_ORDER}${field}`] = sides.wanted.map((item) => ({ [by.key]: keyOf(item) }));
  }
}

/** Whether the items of `wanted` stand in `present` in the same order; other items may stand between. */
function isSameOrder(
  wanted: readonly JsonValue[],
  present: readonly JsonValue[],
  isSame: (a: JsonValue, b: JsonValue) => boolean,
): boolean {
  let last = -1;
  for (const item of wanted) {
    const index = present.findIndex((other, position) => position > last && isSame(other, item));
    if (index >= 0) last = index;
    else if (present.some((other) => isSame(other, item))) return false;
  }
  return true;
}
