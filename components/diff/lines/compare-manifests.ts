import { alignLines, type AlignedRow } from './align-lines';
import { diffStat } from './diff-stat';
import type { ManifestLine } from './manifest-line';
import { manifestLines } from './manifest-lines';

export interface ManifestComparison {
  before: ManifestLine[];
  after: ManifestLine[];
  rows: AlignedRow[];
  stat: { added: number; removed: number };
}

/** Prints and aligns two versions of an object; an absent side is an object that is created or deleted. */
export function compareManifests(
  before: unknown,
  after: unknown,
  ignoreWhitespace = false,
): ManifestComparison {
  const lines = { before: manifestLines(before ?? undefined), after: manifestLines(after ?? undefined) };
  const rows = alignLines(lines.before, lines.after, ignoreWhitespace ? squeeze : undefined);
  return { ...lines, rows, stat: diffStat(rows) };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
