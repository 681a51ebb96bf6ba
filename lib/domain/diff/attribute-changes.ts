import { isJsonObject, type JsonObject } from '../resource/json';
import type { ManagedFieldsEntry } from '../resource/kubernetes-object';
import type { PathElement } from '../structured-merge/fields/path-element';
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
    .map((entry) => ({ name: entry.manager ?? '', time: entry.time, fields: entry.fieldsV1 ?? {} }))
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

/** Whether a FieldsV1 tree holds the path; read as it stands, since the server spells elements as we do. */
function holds(fields: JsonObject, path: readonly PathElement[]): boolean {
  let node = fields;
  for (const [index, element] of path.entries()) {
    const below = node[element];
    if (!isJsonObject(below)) return false;
    // An owned leaf above the path is an atomic value; an owned item or map alone says nothing of what is in it.
    if (index < path.length - 1 && isLeaf(below)) return true;
    node = below;
  }
  return true;
}

function isLeaf(node: JsonObject): boolean {
  return Object.keys(node).length === 0;
}
