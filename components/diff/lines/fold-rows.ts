import type { AlignedRow } from './align-lines';

/** What the diff shows: rows, and stretches of unchanged lines that open on request (`from`/`to` index rows; `to` excluded). */
export type DiffItem =
  /** `hunk` is set on the first row of a run of changes. */
  | { type: 'row'; row: AlignedRow; index: number; hunk?: number }
  | { type: 'skipped'; from: number; to: number };

/** Lines of context around a change. */
export const CONTEXT_LINES = 3;

/** Folds unchanged stretches; a stretch shorter than its own expander stays. `opened` holds the `from` of open ones. */
export function foldRows(
  rows: readonly AlignedRow[],
  opened: ReadonlySet<number>,
  context: number = CONTEXT_LINES,
): DiffItem[] {
  const isNear = nearChange(rows, context);
  const items: DiffItem[] = [];
  let index = 0;
  while (index < rows.length) {
    let end = index;
    while (end < rows.length && !isNear[end]) end += 1;
    if (end - index > 1 && !opened.has(index)) items.push({ type: 'skipped', from: index, to: end });
    else pushRows(rows, index, end, items);
    index = end;
    while (end < rows.length && isNear[end]) end += 1;
    pushRows(rows, index, end, items);
    index = end;
  }
  return numberHunks(items);
}

function numberHunks(items: DiffItem[]): DiffItem[] {
  let hunk = 0;
  let wasChanged = false;
  for (const item of items) {
    const isChanged = item.type === 'row' && item.row.kind === 'changed';
    if (isChanged && !wasChanged) item.hunk = hunk++;
    wasChanged = isChanged;
  }
  return items;
}

function pushRows(rows: readonly AlignedRow[], from: number, to: number, items: DiffItem[]): void {
  for (let index = from; index < to; index += 1) {
    const row = rows[index];
    if (row) items.push({ type: 'row', row, index });
  }
}

function nearChange(rows: readonly AlignedRow[], context: number): boolean[] {
  const isNear = new Array<boolean>(rows.length).fill(false);
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'same') continue;
    for (
      let near = Math.max(0, index - context);
      near <= Math.min(rows.length - 1, index + context);
      near += 1
    )
      isNear[near] = true;
  }
  return isNear;
}
