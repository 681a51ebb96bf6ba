import type { ApplicationRow } from '@/lib/contracts/application/application-row';

export type SyncBlock =
  | { readonly kind: 'window'; readonly count: number; readonly row: ApplicationRow }
  | { readonly kind: 'running'; readonly count: number };

/**
 * Why none of the chosen applications can be synced now. Undefined while at least one can: the plan page
 * then says of each of the others why not.
 */
export function syncBlock(rows: readonly ApplicationRow[]): SyncBlock | undefined {
  const closed = rows.filter((row) => !row.window.manualOpen);
  const running = rows.filter((row) => row.window.manualOpen && isRunning(row));
  if (rows.length === 0 || closed.length + running.length < rows.length) return undefined;
  const [first] = closed;
  return first
    ? { kind: 'window', count: closed.length, row: first }
    : { kind: 'running', count: running.length };
}

export function isRunning(row: ApplicationRow): boolean {
  return row.operation?.phase === 'Running' || row.operation?.phase === 'Terminating';
}
