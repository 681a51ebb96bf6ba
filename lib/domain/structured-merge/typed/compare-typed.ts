import type { JsonValue } from '../../resource/json';
import { FieldSetBuilder, type FieldSet } from '../fields/field-set';
import { fieldElement, itemElement, type PathElement } from '../fields/path-element';
import {
  ATOMIC_SCHEMA,
  schemaOfKey,
  type ListSchema,
  type MapSchema,
  type TypeSchema,
} from '../schema/type-schema';
import { atomsOf, equalValues, isEmptyObject, listValue, mapValue, type Atom } from './atom';

/** What differs between two objects of one schema, as field sets. */
export interface TypedComparison {
  added: FieldSet;
  modified: FieldSet;
  removed: FieldSet;
}

export function isSame(comparison: TypedComparison): boolean {
  return comparison.added.isEmpty && comparison.modified.isEmpty && comparison.removed.isEmpty;
}

/** Compares leaf by leaf; items of associative lists by key, so that a change of order alone is no difference. */
export function compareTyped(before: JsonValue, after: JsonValue, schema: TypeSchema): TypedComparison {
  const sets = {
    added: new FieldSetBuilder(),
    modified: new FieldSetBuilder(),
    removed: new FieldSetBuilder(),
  };
  compareAt(before, after, schema, { sets, element: undefined });
  return { added: sets.added.build(), modified: sets.modified.build(), removed: sets.removed.build() };
}

type Sets = Record<keyof TypedComparison, FieldSetBuilder>;
/** The builders of the value's parent, and the value's element in them (none at the root). */
interface Place {
  sets: Sets;
  element: PathElement | undefined;
}

function below(place: Place): Sets {
  const { sets, element } = place;
  if (element === undefined) return sets;
  return {
    added: sets.added.child(element),
    modified: sets.modified.child(element),
    removed: sets.removed.child(element),
  };
}

function compareAt(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  schema: TypeSchema,
  place: Place,
): void {
  if (left === right) return;
  let isLeaf = false;
  for (const atom of atomsOf(schema, left, right)) {
    if (isLeafAtom(atom, left, right)) {
      if (!isLeaf) compareLeaf(left, right, place);
      isLeaf = true;
    } else if (atom.kind === 'map') compareMaps(left, right, atom.map, place);
    else if (atom.kind === 'list') compareLists(left, right, atom.list, place);
  }
  if (isLeaf || place.element === undefined) return;
  if (left === undefined) place.sets.added.add(place.element);
  else if (right === undefined) place.sets.removed.add(place.element);
}

/** Scalars and atomic values; also maps and lists that are empty on both sides, to tell empty from null. */
function isLeafAtom(atom: Atom, left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (atom.kind === 'scalar') return true;
  if (atom.kind === 'list') {
    const isEmpty = (listValue(left)?.length ?? 0) === 0 && (listValue(right)?.length ?? 0) === 0;
    return atom.list.relationship === 'atomic' || isEmpty;
  }
  return (
    atom.map.relationship === 'atomic' ||
    (isEmptyObject(mapValue(left) ?? {}) && isEmptyObject(mapValue(right) ?? {}))
  );
}

function compareLeaf(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  { sets, element }: Place,
): void {
  if (element === undefined) return;
  if (left === undefined) sets.added.add(element);
  else if (right === undefined) sets.removed.add(element);
  else if (!equalValues(left, right)) sets.modified.add(element);
}

function compareMaps(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  map: MapSchema,
  place: Place,
): void {
  const a = mapValue(left) ?? {};
  const b = mapValue(right) ?? {};
  let sets: Sets | undefined;
  const visit = (key: string) => {
    if (a[key] === b[key]) return;
    sets ??= below(place);
    compareAt(a[key], b[key], schemaOfKey(map, key) ?? ATOMIC_SCHEMA, { sets, element: fieldElement(key) });
  };
  for (const key in a) visit(key);
  for (const key in b) if (a[key] === undefined) visit(key);
}

function compareLists(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  list: ListSchema,
  place: Place,
): void {
  const a = groupItems(listValue(left) ?? [], list);
  const b = groupItems(listValue(right) ?? [], list);
  const sets = below(place);
  for (const element of new Set([...a.keys(), ...b.keys()])) {
    const before = a.get(element) ?? [];
    const after = b.get(element) ?? [];
    if (before.length <= 1 && after.length <= 1) {
      compareAt(before[0], after[0], list.item, { sets, element });
    } else if (!equalValues(before, after)) {
      if (before.length === 0) sets.added.add(element);
      else if (after.length === 0) sets.removed.add(element);
      else sets.modified.add(element);
    }
  }
}

function groupItems(items: readonly JsonValue[], list: ListSchema): Map<PathElement, JsonValue[]> {
  const groups = new Map<PathElement, JsonValue[]>();
  for (const item of items) {
    const found = itemElement(list, item);
    if (!('element' in found)) continue;
    const group = groups.get(found.element);
    if (group) group.push(item);
    else groups.set(found.element, [item]);
  }
  return groups;
}
