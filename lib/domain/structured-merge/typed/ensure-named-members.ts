import { FieldSet } from '../fields/field-set';
import type { PathElement } from '../fields/path-element';
import type { TypeSchema } from '../schema/type-schema';

/**
 * Makes every named field that leads to a member a member itself. Field sets list leaves only; to remove a field whose
 * every leaf goes, with what was defaulted under it, the field itself has to be in the set.
 */
export function ensureNamedMembers(set: FieldSet, schema: TypeSchema | undefined): FieldSet {
  if (set.children.size === 0) return set;
  const members = new Set(set.members);
  const children = new Map<PathElement, FieldSet>();
  for (const [element, child] of set.children) {
    const field = element.startsWith('f:') ? element.slice(2) : undefined;
    const named = field === undefined ? undefined : schema?.map?.fields.get(field);
    if (named) members.add(element);
    children.set(element, ensureNamedMembers(child, named?.type ?? schemaBelow(schema, element)));
  }
  return new FieldSet(members, children);
}

function schemaBelow(schema: TypeSchema | undefined, element: PathElement): TypeSchema | undefined {
  if (element.startsWith('f:')) return schema?.map?.element;
  return element.startsWith('k:') ? schema?.list?.item : undefined;
}
