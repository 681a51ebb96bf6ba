import type { AlignedRow } from './align-lines';

/** Counts of added and removed lines. */
export function diffStat(rows: readonly AlignedRow[]): { added: number; removed: number } {
  let added = 0;
  let removed = 0;
  for (const row of rows) {
    if (row.kind === 'same') continue;
    if (row.after !== undefined) added += 1;
    if (row.before !== undefined) removed += 1;
  }
  return { added, removed };
}
