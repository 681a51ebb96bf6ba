import type { ManagedFieldsEntry } from '../resource/kubernetes-object';
import { parseFieldsV1 } from '../structured-merge/fields/fields-v1';
import type { PathElement } from '../structured-merge/fields/path-element';
import type { FieldSet } from '../structured-merge/fields/field-set';
import type { FieldChange } from './resource-comparison';

/**
 * Names the owner of each changed live value: the latest manager whose fields hold the path, something below it, or
 * the atomic value that contains it. Fields that nobody owns (defaults) stay without.
 */
export function attributeChanges(
  changes: readonly FieldChange[],
  managedFields: readonly ManagedFieldsEntry[],
): FieldChange[] {
  if (changes.length === 0 || managedFields.length === 0) return [...changes];
  const owners = managedFields
    .map((entry) => ({ name: entry.manager ?? '', time: entry.time, fields: parseFieldsV1(entry.fieldsV1) }))
    .sort((a, b) => (b.time ?? '').localeCompare(a.time ?? ''));
  return changes.map((change) => {
    if (change.op === 'add') return change;
    const owner = owners.find(({ fields }) => holds(fields, change.path));
    if (!owner) return change;
    return {
      ...change,
      manager: owner.name,
      ...(owner.time === undefined ? {} : { managerTime: owner.time }),
    };
  });
}

function holds(fields: FieldSet, path: readonly PathElement[]): boolean {
  let set = fields;
  for (const [index, element] of path.entries()) {
    const child = set.children.get(element);
    // An owned leaf above the path is an atomic value; an owned item or map alone says nothing of what is in it.
    if (set.members.has(element) && (index === path.length - 1 || child === undefined)) return true;
    if (!child) return false;
    set = child;
  }
  return true;
}
