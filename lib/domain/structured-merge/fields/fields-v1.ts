import { isJsonObject, type JsonObject } from '../../resource/json';
import { FieldSet } from './field-set';
import { comparePathElements, normaliseElement, type PathElement } from './path-element';

/** Reads `managedFields[].fieldsV1`: `{}` is a member, `.` makes a node with children a member too. */
export function parseFieldsV1(fields: JsonObject | undefined): FieldSet {
  if (!fields) return FieldSet.EMPTY;
  const members = new Set<PathElement>();
  const children = new Map<PathElement, FieldSet>();
  for (const [raw, child] of Object.entries(fields)) {
    if (raw === '.' || !isJsonObject(child)) continue;
    const element = raw.startsWith('f:') ? raw : normaliseElement(raw);
    const keys = Object.keys(child);
    if (keys.length === 0 || '.' in child) members.add(element);
    const below = keys.length === 0 ? FieldSet.EMPTY : parseFieldsV1(child);
    if (!below.isEmpty) children.set(element, below);
  }
  return members.size === 0 && children.size === 0 ? FieldSet.EMPTY : new FieldSet(members, children);
}

/** Inverse of {@link parseFieldsV1}. */
export function serialiseFieldsV1(set: FieldSet): JsonObject {
  const result: JsonObject = {};
  const elements = new Set([...set.members, ...set.children.keys()]);
  for (const element of [...elements].sort(comparePathElements)) {
    const child = set.children.get(element);
    const below = child ? serialiseFieldsV1(child) : {};
    result[element] = child && set.members.has(element) ? { '.': {}, ...below } : below;
  }
  return result;
}
