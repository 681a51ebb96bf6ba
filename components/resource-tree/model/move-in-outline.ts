import type { OutlineRow } from './outline-row';

export type OutlineMove =
  | { type: 'focus'; index: number }
  | { type: 'toggle'; id: string; isOpen: boolean }
  | { type: 'open'; id: string };

/** What a key does in the outline (WAI-ARIA treegrid, plus j and k): index of the row that has focus → what follows. */
export function moveInOutline(
  rows: readonly OutlineRow[],
  index: number,
  key: string,
): OutlineMove | undefined {
  const row = rows[index];
  if (!row) return undefined;
  const last = rows.length - 1;
  const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 10, PageUp: -10 };
  const step = steps[key];
  if (step !== undefined) return { type: 'focus', index: Math.min(last, Math.max(0, index + step)) };
  if (key === 'Home') return { type: 'focus', index: 0 };
  if (key === 'End') return { type: 'focus', index: last };
  if (key === 'ArrowRight') return goIn(rows, row, index);
  if (key === 'ArrowLeft') return goOut(rows, row);
  if (key !== 'Enter') return undefined;
  if (row.type === 'node') return { type: 'open', id: row.id };
  return row.type === 'group' ? { type: 'toggle', id: row.id, isOpen: !row.isOpen } : undefined;
}

function goIn(rows: readonly OutlineRow[], row: OutlineRow, index: number): OutlineMove | undefined {
  if (row.type === 'section' || row.isOpen === undefined) return undefined;
  if (!row.isOpen) return { type: 'toggle', id: row.id, isOpen: true };
  return index + 1 < rows.length ? { type: 'focus', index: index + 1 } : undefined;
}

function goOut(rows: readonly OutlineRow[], row: OutlineRow): OutlineMove | undefined {
  if (row.type !== 'section' && row.isOpen === true) return { type: 'toggle', id: row.id, isOpen: false };
  const parent = rows.findIndex((other) => other.id === row.parentId);
  return parent < 0 ? undefined : { type: 'focus', index: parent };
}
