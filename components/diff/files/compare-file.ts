import { compareManifests, type ManifestComparison } from '../lines/compare-manifests';
import { fieldOwners } from '../managers/field-owners';
import { gutterBlocks, type GutterCell } from '../managers/gutter-blocks';
import type { DiffSummary } from '../summary/diff-summary';
import { summarizeDiff } from '../summary/summarize-diff';
import type { DiffFile, DiffVerdict } from './diff-file';

/** Everything that is shown of one object's difference. */
export interface ComparedFile extends ManifestComparison {
  file: DiffFile;
  verdict: DiffVerdict;
  summary: DiffSummary;
  gutter: (GutterCell | undefined)[];
  /** Changes with the content, so that a viewed mark does not outlive what was viewed. */
  fingerprint: string;
}

export function compareFile(file: DiffFile, ignoreWhitespace = false): ComparedFile {
  const comparison = compareManifests(file.before, file.after, ignoreWhitespace);
  const gutter = gutterBlocks(comparison.before, fieldOwners(file.before, file.managedFields ?? []));
  return {
    ...comparison,
    file,
    verdict: verdictOf(file, comparison),
    summary: summarizeDiff(file.before, file.after),
    gutter,
    fingerprint: fingerprintOf(comparison),
  };
}

function verdictOf(file: DiffFile, { stat }: ManifestComparison): DiffVerdict {
  if (file.after === undefined || file.after === null) return 'deleted';
  if (file.before === undefined || file.before === null) return 'created';
  return stat.added + stat.removed > 0 ? 'changed' : 'same';
}

/** FNV-1a over both texts: enough to notice a change, no secret depends on it. */
function fingerprintOf({ before, after }: ManifestComparison): string {
  let hash = 0x811c9dc5;
  for (const line of [...before, { text: '\u0000', path: '' }, ...after])
    for (let index = 0; index < line.text.length; index += 1)
      hash = Math.imul(hash ^ line.text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16);
}
