import type { FieldSet } from '../fields/field-set';
import type { TypedComparison } from '../typed/compare-typed';
import { conflictWith, type ApplyConflict } from './conflicts';
import type { Manager, Managers } from './managers';

/**
 * What a change does to everybody else's ownership: fields that were changed or added are taken from them (a conflict
 * where that is not forced), removed ones are forgotten. Managers left with nothing go.
 */
export function settleOwnership(
  managers: Managers,
  comparison: TypedComparison,
  actor: string,
): { managers: Map<string, Manager>; conflicts: ApplyConflict[] } {
  const changed = comparison.modified.union(comparison.added);
  const settled = new Map<string, Manager>();
  const conflicts: ApplyConflict[] = [];
  for (const [id, manager] of managers) {
    let fields: FieldSet = manager.fields;
    if (id !== actor) {
      const taken = fields.intersection(changed);
      if (!taken.isEmpty) conflicts.push(conflictWith(manager, taken));
      fields = fields.difference(taken).difference(comparison.removed);
    }
    if (!fields.isEmpty) settled.set(id, fields === manager.fields ? manager : { ...manager, fields });
  }
  return { managers: settled, conflicts };
}

/** A comparison without the fields that the endpoint resets anyway (`status` on the main one, `spec` on status). */
export function withoutFields(comparison: TypedComparison, ignored: FieldSet): TypedComparison {
  if (ignored.isEmpty) return comparison;
  return {
    added: comparison.added.recursiveDifference(ignored),
    modified: comparison.modified.recursiveDifference(ignored),
    removed: comparison.removed.recursiveDifference(ignored),
  };
}
