import { isJsonObject, type JsonValue } from '../../resource/json';
import { FieldSetBuilder, type FieldSet } from '../fields/field-set';
import { fieldElement, itemElement, type PathElement } from '../fields/path-element';
import {
  ATOMIC_SCHEMA,
  schemaOfKey,
  type ListSchema,
  type MapSchema,
  type TypeSchema,
} from '../schema/type-schema';
import { atomOf, isEmptyObject, listValue, mapValue } from './atom';

/**
 * The fields that an applied object claims: leaves, atomic values as a whole, items of associative lists, keys of
 * free maps, and empty or null objects.
 */
export function fieldSetOf(object: JsonValue, schema: TypeSchema): FieldSet {
  const builder = new FieldSetBuilder();
  const root: Target = { parent: undefined, element: '', node: builder };
  collect(object, schema, root);
  return builder.build();
}

/** Where a value sits: its own node, and the element under which its parent may list it as a member. */
interface Target {
  parent: FieldSetBuilder | undefined;
  element: PathElement;
  node: FieldSetBuilder;
}

function collect(value: JsonValue, schema: TypeSchema, at: Target): void {
  const atom = atomOf(schema, value);
  if (atom.kind === 'scalar') at.parent?.add(at.element);
  else if (atom.kind === 'list') collectList(value, atom.list, at);
  else collectMap(value, atom.map, at);
}

function collectMap(value: JsonValue, map: MapSchema, at: Target): void {
  if (map.relationship === 'atomic') {
    at.parent?.add(at.element);
    return;
  }
  for (const [key, child] of Object.entries(mapValue(value) ?? {})) {
    if (child === undefined) continue;
    const element = fieldElement(key);
    collect(child, schemaOfKey(map, key) ?? ATOMIC_SCHEMA, {
      parent: at.node,
      element,
      node: at.node.child(element),
    });
    const isEmpty = child === null || (isJsonObject(child) && isEmptyObject(child));
    if (isEmpty || !map.fields.has(key)) at.node.add(element);
  }
}

function collectList(value: JsonValue, list: ListSchema, at: Target): void {
  if (list.relationship === 'atomic') {
    at.parent?.add(at.element);
    return;
  }
  const items = listValue(value) ?? [];
  const elements = items.map((item) => itemElement(list, item));
  const seen = new Map<PathElement, number>();
  for (const found of elements) {
    if ('element' in found) seen.set(found.element, (seen.get(found.element) ?? 0) + 1);
  }
  items.forEach((item, index) => {
    const found = elements[index];
    if (!found || !('element' in found)) return;
    at.node.add(found.element);
    // Of duplicates only the item itself can be owned.
    if (seen.get(found.element) !== 1) return;
    collect(item, list.item, { parent: at.node, element: found.element, node: at.node.child(found.element) });
  });
}
