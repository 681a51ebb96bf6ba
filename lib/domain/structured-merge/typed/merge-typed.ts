import type { JsonValue } from '../../resource/json';
import { itemElement, type PathElement } from '../fields/path-element';
import {
  ATOMIC_SCHEMA,
  schemaOfKey,
  type ListSchema,
  type MapSchema,
  type TypeSchema,
} from '../schema/type-schema';
import { atomsOf, equalValues, isEmptyObject, listValue, mapValue } from './atom';

/**
 * Merges an applied object over a live one: the applied value of a leaf wins, maps and associative lists are merged,
 * list items in the applied order with the others kept where they were. `undefined` means absent. Where the merge changes
 * nothing the live value itself comes back, so that what is untouched can be told by identity.
 */
export function mergeTyped(
  live: JsonValue | undefined,
  applied: JsonValue | undefined,
  schema: TypeSchema,
): JsonValue | undefined {
  let result: JsonValue | undefined;
  for (const atom of atomsOf(schema, live, applied)) {
    if (atom.kind === 'map') result = mergeMaps(live, applied, atom.map);
    else if (atom.kind === 'list') result = mergeLists(live, applied, atom.list);
    else result = keepEqual(live, applied);
  }
  return result;
}

/** The applied value, or the live one where that is equal. */
function keepEqual(live: JsonValue | undefined, applied: JsonValue | undefined): JsonValue | undefined {
  return applied === undefined || equalValues(live, applied) ? live : applied;
}

function mergeMaps(
  live: JsonValue | undefined,
  applied: JsonValue | undefined,
  map: MapSchema,
): JsonValue | undefined {
  const left = mapValue(live);
  const right = mapValue(applied);
  const areEmpty = (!left || isEmptyObject(left)) && (!right || isEmptyObject(right));
  if (map.relationship === 'atomic' || areEmpty) return keepEqual(live, applied);
  if (!right) return live;
  let result = left;
  for (const key in right) {
    const child = mergeKey(left?.[key], right[key], map, key);
    if (child === undefined || child === left?.[key]) continue;
    if (result === left) result = { ...left };
    (result ??= {})[key] = child;
  }
  return result ?? {};
}

function mergeKey(left: JsonValue | undefined, right: JsonValue | undefined, map: MapSchema, key: string) {
  if (right === undefined) return left;
  return mergeTyped(left, right, schemaOfKey(map, key) ?? ATOMIC_SCHEMA);
}

interface Indexed {
  order: PathElement[];
  items: JsonValue[];
  byElement: Map<PathElement, JsonValue>;
}

function indexItems(list: ListSchema, items: readonly JsonValue[]): Indexed {
  const indexed: Indexed = { order: [], items: [], byElement: new Map() };
  for (const item of items) {
    const found = itemElement(list, item);
    if (!('element' in found)) continue;
    indexed.order.push(found.element);
    indexed.items.push(item);
    // Duplicates (only a live list may have them) are replaced by the applied item, not merged with it.
    indexed.byElement.set(found.element, indexed.byElement.has(found.element) ? null : item);
  }
  return indexed;
}

function mergeLists(
  live: JsonValue | undefined,
  applied: JsonValue | undefined,
  list: ListSchema,
): JsonValue | undefined {
  const left = listValue(live) ?? [];
  const right = listValue(applied) ?? [];
  if (list.relationship === 'atomic' || (left.length === 0 && right.length === 0)) {
    return keepEqual(live, applied);
  }
  if (right.length === 0) return live;
  const merged = interleave(indexItems(list, left), indexItems(list, right), list.item);
  const isUntouched = merged.length === left.length && merged.every((item, index) => item === left[index]);
  return isUntouched ? live : merged;
}

/** Items of both sides: shared ones in the applied order, live-only ones before the shared item they preceded. */
function interleave(left: Indexed, right: Indexed, schema: TypeSchema): JsonValue[] {
  const result: JsonValue[] = [];
  const shared = right.order.filter((element) => left.byElement.has(element));
  const merged = new Set<PathElement>();
  const take = (element: PathElement) => {
    merged.add(element);
    const item = mergeTyped(left.byElement.get(element), right.byElement.get(element), schema);
    if (item !== undefined) result.push(item);
  };
  let [l, r, nextShared] = [0, 0, 0];
  while (l < left.order.length || r < right.order.length) {
    const leftElement = left.order[l];
    const rightElement = right.order[r];
    if (leftElement !== undefined && rightElement !== undefined) {
      if (leftElement === rightElement) {
        take(leftElement);
        l++;
        r++;
        nextShared++;
        continue;
      }
      const wanted = shared[nextShared];
      if (right.byElement.has(leftElement) && wanted !== undefined && wanted !== leftElement) {
        l++;
        continue;
      }
    }
    if (leftElement !== undefined) {
      if (!right.byElement.has(leftElement)) {
        result.push(left.items[l] ?? null);
        l++;
        continue;
      }
      if (merged.has(leftElement)) l++;
    }
    if (rightElement !== undefined) {
      take(rightElement);
      r++;
      if (shared[nextShared] === rightElement) nextShared++;
    }
  }
  return result;
}
