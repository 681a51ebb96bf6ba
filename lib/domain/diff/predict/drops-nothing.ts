import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { readLastApplied } from '../../structured-merge/managed/last-applied';
import { namesAllOwned } from '../../structured-merge/managed/names-all-owned';
import type { TypeSchema } from '../../structured-merge/schema/type-schema';
import { equalValues } from '../../structured-merge/typed/atom';
import type { ComparisonInput } from '../comparison-input';

/** Whether the write takes nothing away: Git still names all that this manager (server-side) or the last apply set. */
export function dropsNothing(
  desired: JsonObject,
  live: KubernetesObject,
  { mode, manager }: Pick<ComparisonInput, 'mode' | 'manager'>,
  schema: TypeSchema,
): boolean {
  if (mode === 'client-side') {
    const original = readLastApplied(live) as unknown as JsonObject | undefined;
    return !original || keepsAll(original, desired);
  }
  const ours = (live.metadata.managedFields ?? []).find(
    (entry) => entry.manager === manager && entry.operation === 'Apply' && !entry.subresource,
  );
  return !ours?.fieldsV1 || namesAllOwned(ours.fieldsV1, desired, schema);
}

function keepsAll(original: JsonValue, desired: JsonValue | undefined): boolean {
  if (isJsonObject(original)) {
    if (!isJsonObject(desired)) return false;
    for (const key in original) {
      const before = original[key];
      // An empty map that is left out takes nothing with it.
      if (before === undefined || (isJsonObject(before) && Object.keys(before).length === 0)) continue;
      if (!keepsAll(before, desired[key])) return false;
    }
    return true;
  }
  if (Array.isArray(original)) return equalValues(original, desired);
  return desired !== undefined;
}
