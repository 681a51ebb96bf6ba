import { diffArrays } from 'diff';
import type { ManifestLine } from './manifest-line';

/** A row of the comparison: indices into the old and the new lines. Both differ where the row is a change. */
export interface AlignedRow {
  kind: 'same' | 'changed';
  before?: number;
  after?: number;
}

/** Longest edit that is searched for; beyond it the middle is shown as replaced, which is true and quick. */
const MAX_EDIT_LENGTH = 4000;

/** Aligns two printed manifests line by line (Myers); a run of removed lines is paired with the run that follows. */
export function alignLines(
  before: readonly ManifestLine[],
  after: readonly ManifestLine[],
  readText: (text: string) => string = (text) => text,
): AlignedRow[] {
  return alignTexts(
    before.map((line) => readText(line.text)),
    after.map((line) => readText(line.text)),
  );
}

function alignTexts(before: readonly string[], after: readonly string[]): AlignedRow[] {
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const rows: AlignedRow[] = [];
  for (let index = 0; index < head; index += 1) rows.push({ kind: 'same', before: index, after: index });
  pushMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail), head, rows);
  for (let index = tail; index > 0; index -= 1)
    rows.push({ kind: 'same', before: before.length - index, after: after.length - index });
  return rows;
}

function pushMiddle(
  before: readonly string[],
  after: readonly string[],
  offset: number,
  rows: AlignedRow[],
): void {
  const parts = diffArrays([...before], [...after], { maxEditLength: MAX_EDIT_LENGTH }) ?? [
    { removed: true, added: false, count: before.length },
    { removed: false, added: true, count: after.length },
  ];
  let oldIndex = offset;
  let newIndex = offset;
  let removed: number[] = [];
  let added: number[] = [];
  const flush = () => {
    rows.push(...pairRuns(removed, added));
    removed = [];
    added = [];
  };
  for (const part of parts) {
    if (!part.removed && !part.added) flush();
    for (let step = 0; step < part.count; step += 1) {
      if (part.removed) removed.push(oldIndex++);
      else if (part.added) added.push(newIndex++);
      else rows.push({ kind: 'same', before: oldIndex++, after: newIndex++ });
    }
  }
  flush();
}

function pairRuns(removed: readonly number[], added: readonly number[]): AlignedRow[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const before = removed[index];
    const after = added[index];
    return {
      kind: 'changed' as const,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  });
}

function commonHead(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonTail(a: readonly string[], b: readonly string[], head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}
