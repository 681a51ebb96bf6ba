import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import { formatPath, itemElement, type PathElement } from '../structured-merge/fields/path-element';
import {
  DEDUCED_SCHEMA,
  schemaOfKey,
  type ListSchema,
  type TypeSchema,
} from '../structured-merge/schema/type-schema';
import { equalValues } from '../structured-merge/typed/atom';
import { formatPointer } from './ignore/json-pointer';
import type { FieldChange } from './resource-comparison';

interface Place {
  path: PathElement[];
  /** Keys and positions in the object that has the value (the predicted one where both have it). */
  position: (string | number)[];
}

/**
 * The fields in which two objects differ. Maps are compared by key, associative lists by the keys of the schema (items
 * in another order are one change of the list), other lists by position. A value on one side only is named at its top.
 */
export function findChanges(
  live: JsonObject,
  predicted: JsonObject,
  schema: TypeSchema | undefined,
): FieldChange[] {
  const changes: FieldChange[] = [];
  visit(live, predicted, schema ?? DEDUCED_SCHEMA, { path: [], position: [] }, changes);
  return changes;
}

function visit(
  live: JsonValue | undefined,
  predicted: JsonValue | undefined,
  schema: TypeSchema,
  place: Place,
  changes: FieldChange[],
): void {
  if (live === predicted) return;
  if (isJsonObject(live) && isJsonObject(predicted)) {
    for (const key in live) visitKey(live[key], predicted[key], key, schema, place, changes);
    for (const key in predicted) {
      if (live[key] === undefined) visitKey(undefined, predicted[key], key, schema, place, changes);
    }
  } else if (Array.isArray(live) && Array.isArray(predicted))
    visitLists(live, predicted, schema, place, changes);
  else if (!equalValues(live, predicted)) changes.push(changeAt(place, live, predicted));
}

function visitKey(
  live: JsonValue | undefined,
  predicted: JsonValue | undefined,
  key: string,
  schema: TypeSchema,
  { path, position }: Place,
  changes: FieldChange[],
): void {
  if (live === predicted) return;
  const below = (schema.map && schemaOfKey(schema.map, key)) ?? DEDUCED_SCHEMA;
  visit(live, predicted, below, { path: [...path, `f:${key}`], position: [...position, key] }, changes);
}

function changeAt(
  { path, position }: Place,
  live: JsonValue | undefined,
  predicted: JsonValue | undefined,
): FieldChange {
  return {
    path,
    text: formatPath(path).replace(/^\./, ''),
    pointer: formatPointer(position),
    op: live === undefined ? 'add' : predicted === undefined ? 'remove' : 'replace',
    ...(live === undefined ? {} : { live }),
    ...(predicted === undefined ? {} : { desired: predicted }),
  };
}

function visitLists(
  live: JsonValue[],
  predicted: JsonValue[],
  schema: TypeSchema,
  place: Place,
  changes: FieldChange[],
): void {
  const list = schema.list;
  const keyed = list?.relationship === 'associative' ? pairItems(list, live, predicted) : undefined;
  if (!list || !keyed) {
    visitByPosition(live, predicted, list?.item ?? DEDUCED_SCHEMA, place, changes);
    return;
  }
  const before = changes.length;
  for (const [element, { from, to }] of keyed) {
    const index = to ?? from ?? 0;
    visit(
      from === undefined ? undefined : live[from],
      to === undefined ? undefined : predicted[to],
      list.item,
      { path: [...place.path, element], position: [...place.position, index] },
      changes,
    );
  }
  if (changes.length === before && !equalValues(live, predicted))
    changes.push(changeAt(place, live, predicted));
}

/** Items of both lists by key; undefined where an item has no key or a key twice. */
function pairItems(
  list: ListSchema,
  live: readonly JsonValue[],
  predicted: readonly JsonValue[],
): Map<PathElement, { from?: number; to?: number }> | undefined {
  const pairs = new Map<PathElement, { from?: number; to?: number }>();
  const enter = (items: readonly JsonValue[], side: 'from' | 'to') =>
    items.every((item, index) => {
      const found = itemElement(list, item);
      if (!('element' in found)) return false;
      const pair = pairs.get(found.element) ?? {};
      if (pair[side] !== undefined) return false;
      pairs.set(found.element, { ...pair, [side]: index });
      return true;
    });
  return enter(live, 'from') && enter(predicted, 'to') ? pairs : undefined;
}

function visitByPosition(
  live: readonly JsonValue[],
  predicted: readonly JsonValue[],
  item: TypeSchema,
  place: Place,
  changes: FieldChange[],
): void {
  for (let index = 0; index < Math.max(live.length, predicted.length); index++) {
    const below = { path: [...place.path, `i:${index}`], position: [...place.position, index] };
    visit(live[index], predicted[index], item, below, changes);
  }
}

/** The JSON pointers at which two values differ, lists by position: a change as a machine would patch it. */
export function changedPointers(a: JsonValue | undefined, b: JsonValue | undefined): string[] {
  const pointers: string[] = [];
  const walk = (left: JsonValue | undefined, right: JsonValue | undefined, position: (string | number)[]) => {
    if (equalValues(left, right)) return;
    if (isJsonObject(left) && isJsonObject(right)) {
      for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
        walk(left[key], right[key], [...position, key]);
    } else if (Array.isArray(left) && Array.isArray(right)) {
      for (let i = 0; i < Math.max(left.length, right.length); i++) walk(left[i], right[i], [...position, i]);
    } else pointers.push(formatPointer(position));
  };
  walk(a, b, []);
  return pointers;
}
