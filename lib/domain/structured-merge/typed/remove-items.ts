import type { JsonObject, JsonValue } from '../../resource/json';
import type { FieldSet } from '../fields/field-set';
import { fieldElement, itemElement } from '../fields/path-element';
import {
  ATOMIC_SCHEMA,
  schemaOfKey,
  type ListSchema,
  type MapSchema,
  type TypeSchema,
} from '../schema/type-schema';
import { atomOf, isEmptyObject, listValue, mapValue } from './atom';

/**
 * The value without the members of the set. A map or list that loses everything becomes null, as in the API server,
 * where that makes the difference between "emptied" and "left out".
 */
export function removeItems(value: JsonValue, remove: FieldSet, schema: TypeSchema): JsonValue {
  if (remove.isEmpty) return value;
  const atom = atomOf(schema, value);
  if (atom.kind === 'map') return removeFromMap(value, remove, atom.map);
  if (atom.kind === 'list') return removeFromList(value, remove, atom.list);
  return value;
}

function removeFromMap(value: JsonValue, remove: FieldSet, map: MapSchema): JsonValue {
  const object = mapValue(value);
  if (!object || isEmptyObject(object) || map.relationship === 'atomic') return null;
  const result: JsonObject = {};
  for (const key in object) {
    const child = object[key];
    const element = fieldElement(key);
    if (child === undefined || remove.members.has(element)) continue;
    const below = remove.children.get(element);
    result[key] = below ? removeItems(child, below, schemaOfKey(map, key) ?? ATOMIC_SCHEMA) : child;
  }
  return isEmptyObject(result) ? null : result;
}

function removeFromList(value: JsonValue, remove: FieldSet, list: ListSchema): JsonValue {
  const items = listValue(value);
  if (!items || items.length === 0 || list.relationship === 'atomic') return null;
  const result: JsonValue[] = [];
  for (const item of items) {
    const found = itemElement(list, item);
    if (!('element' in found)) {
      result.push(item);
      continue;
    }
    if (remove.members.has(found.element)) continue;
    const below = remove.children.get(found.element);
    result.push(below ? removeItems(item, below, list.item) : item);
  }
  return result.length === 0 ? null : result;
}

/** Only the members of the set (whole, as far as nothing below them is listed) and what leads to them. */
export function extractItems(value: JsonValue, keep: FieldSet, schema: TypeSchema): JsonValue {
  const atom = atomOf(schema, value);
  if (atom.kind === 'scalar') return value;
  if (atom.kind === 'map') {
    const object = mapValue(value);
    if (!object || atom.map.relationship === 'atomic') return value;
    const result: JsonObject = {};
    for (const [key, child] of Object.entries(object)) {
      const below = keep.children.get(fieldElement(key));
      if (child === undefined || (!below && !keep.members.has(fieldElement(key)))) continue;
      result[key] = below ? extractItems(child, below, schemaOfKey(atom.map, key) ?? ATOMIC_SCHEMA) : child;
    }
    return result;
  }
  const items = listValue(value);
  if (!items || atom.list.relationship === 'atomic') return value;
  return items.flatMap((item) => {
    const found = itemElement(atom.list, item);
    if (!('element' in found)) return [];
    const below = keep.children.get(found.element);
    if (!below && !keep.members.has(found.element)) return [];
    return [below ? extractItems(item, below, atom.list.item) : item];
  });
}
