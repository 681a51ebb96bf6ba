import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject, ManagedFieldsEntry } from '@/lib/domain/resource/kubernetes-object';
import { parseFieldsV1, serialiseFieldsV1 } from '@/lib/domain/structured-merge/fields/fields-v1';
import { LAST_APPLIED_ANNOTATION } from '@/lib/domain/structured-merge/managed/last-applied';

/** Managers whose `Update` entry owns the last-applied annotation: they wrote by client-side apply. */
export function ownersOfLastApplied(object: KubernetesObject): string[] {
  const owners = (object.metadata.managedFields ?? []).filter((entry) => {
    const metadata = entry.fieldsV1?.['f:metadata'] as JsonObject | undefined;
    const annotations = metadata?.['f:annotations'] as JsonObject | undefined;
    return isClientSide(entry) && annotations?.[`f:${LAST_APPLIED_ANNOTATION}`] !== undefined;
  });
  return [...new Set(owners.map((entry) => entry.manager ?? ''))];
}

/**
 * Entries with the `Update` ones of these managers folded into the `Apply` entry of `into`; undefined when there are
 * none (what client-go's csaupgrade does, so that kubectl and Argo CD agree on the outcome).
 */
export function migrateManagedFields(
  entries: ManagedFieldsEntry[],
  managers: string[],
  into: string,
): JsonObject[] | undefined {
  const isOld = (entry: ManagedFieldsEntry) => isClientSide(entry) && managers.includes(entry.manager ?? '');
  const old = entries.filter(isOld);
  const [first] = old;
  if (!first) return undefined;
  const present = entries.find(
    (entry) => entry.operation === 'Apply' && entry.manager === into && !entry.subresource,
  );
  const base: ManagedFieldsEntry = present ?? { ...first, manager: into, operation: 'Apply' };
  const united = old.reduce(
    (set, entry) => set.union(parseFieldsV1(entry.fieldsV1)),
    parseFieldsV1(base.fieldsV1),
  );
  const merged: ManagedFieldsEntry = { ...base, fieldsV1: serialiseFieldsV1(united) };
  const rest = entries.filter((entry) => !isOld(entry) && entry !== present);
  return [...rest, merged] as unknown as JsonObject[];
}

function isClientSide(entry: ManagedFieldsEntry): boolean {
  return entry.operation === 'Update' && !entry.subresource;
}
