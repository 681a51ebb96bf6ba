import type { SyncOperationResource } from '../../application/application-status';
import type { ResourceKey } from '../../resource/resource-key';

/** Whether an operation's `resources` name an object; no list names all. Exact match, an absent namespace means any. */
export function isSelected(
  key: ResourceKey,
  selection: readonly SyncOperationResource[] | undefined,
): boolean {
  if (!selection || selection.length === 0) return true;
  return selection.some(
    (entry) =>
      (entry.group ?? '') === key.group &&
      entry.kind === key.kind &&
      entry.name === key.name &&
      (!entry.namespace || entry.namespace === key.namespace),
  );
}
