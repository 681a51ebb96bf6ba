import type { AlignedRow } from './align-lines';
import type { ManifestLine } from './manifest-line';

const LONGEST = 44;

/** First and last field of a folded stretch, as an expander names them ("spec.strategy", "containers"). */
export function skippedRange(
  rows: readonly AlignedRow[],
  from: number,
  to: number,
  lines: { before: readonly ManifestLine[]; after: readonly ManifestLine[] },
): { first: string; last: string } {
  return { first: fieldName(lineOf(rows[from], lines)), last: fieldName(lineOf(rows[to - 1], lines)) };
}

function lineOf(
  row: AlignedRow | undefined,
  lines: { before: readonly ManifestLine[]; after: readonly ManifestLine[] },
): ManifestLine | undefined {
  if (row?.before !== undefined) return lines.before[row.before];
  return row?.after === undefined ? undefined : lines.after[row.after];
}

function fieldName(line: ManifestLine | undefined): string {
  const segments = (line?.path ?? '')
    .split('/')
    .slice(1)
    .filter((segment) => !/^\d+$/.test(segment))
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const whole = segments.join('.');
  return whole.length <= LONGEST ? whole : (segments.at(-1) ?? '');
}
