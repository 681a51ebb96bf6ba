import type { JsonValue } from '../../resource/json';
import type { FieldSet } from '../fields/field-set';
import type { TypeSchema } from '../schema/type-schema';
import { ensureNamedMembers } from '../typed/ensure-named-members';
import { fieldSetOf } from '../typed/field-set-of';
import { removeItems } from '../typed/remove-items';

/**
 * Takes out of a merged object what its applier owned (`last`) and no longer applies, unless somebody else owns it
 * (`owned` is the union of all present owners, the applier's new set included).
 */
export function pruneDropped(
  merged: JsonValue,
  last: FieldSet,
  owned: FieldSet,
  schema: TypeSchema,
): JsonValue {
  if (last.isEmpty) return merged;
  const lastNamed = ensureNamedMembers(last, schema);
  const mergedSet = ensureNamedMembers(fieldSetOf(merged, schema), schema);
  const bare = removeItems(merged, lastNamed, schema);
  const bareSet = ensureNamedMembers(fieldSetOf(bare, schema), schema);
  const kept = bareSet.union(ensureNamedMembers(owned, schema));
  const withOwned = removeItems(merged, mergedSet.difference(kept), schema);
  const withOwnedSet = ensureNamedMembers(fieldSetOf(withOwned, schema), schema);
  // What was removed but never ours is put back: only our own former fields may go.
  return removeItems(merged, mergedSet.difference(withOwnedSet).intersection(lastNamed), schema);
}
