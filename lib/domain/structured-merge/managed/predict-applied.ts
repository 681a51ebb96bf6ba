import type { JsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { FieldSet } from '../fields/field-set';
import { parseFieldsV1 } from '../fields/fields-v1';
import type { TypeSchema } from '../schema/type-schema';
import { fieldSetOf } from '../typed/field-set-of';
import { mergeTyped } from '../typed/merge-typed';
import { namesAllOwned } from './names-all-owned';
import { pruneDropped } from './prune-dropped';
import { withoutManagedFields } from './strip-metadata';

/**
 * What a forced server-side apply by `manager` makes of `live`, without the new `managedFields`: the merge and the
 * removal of what this manager applied before and no longer applies. Explicit nulls stay in the result.
 */
export function predictApplied(
  live: KubernetesObject,
  applied: KubernetesObject,
  manager: string,
  schema: TypeSchema,
): JsonObject {
  const liveJson = withoutManagedFields(live);
  const appliedJson = applied as unknown as JsonObject;
  const merged = (mergeTyped(liveJson, appliedJson, schema) ?? {}) as JsonObject;
  const entries = live.metadata.managedFields ?? [];
  const isOurs = (entry: (typeof entries)[number]) =>
    entry.manager === manager && entry.operation === 'Apply' && !entry.subresource;
  const ours = entries.find(isOurs);
  if (!ours?.fieldsV1 || namesAllOwned(ours.fieldsV1, appliedJson, schema)) return merged;
  const last = parseFieldsV1(ours.fieldsV1);
  const applying = fieldSetOf(appliedJson, schema);
  let owned: FieldSet = applying;
  for (const entry of entries) if (!isOurs(entry)) owned = owned.union(parseFieldsV1(entry.fieldsV1));
  return pruneDropped(merged, last, owned, schema) as JsonObject;
}
