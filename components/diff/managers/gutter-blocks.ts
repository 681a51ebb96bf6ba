import type { ManifestLine } from '../lines/manifest-line';
import type { FieldOwner } from './field-owners';

export interface GutterCell {
  owner: FieldOwner;
  /** The name is written once, on the first line of a block. */
  isFirst: boolean;
}

/** Owner beside each printed line. A line without an owner of its own (a heading) belongs to the fields below it. */
export function gutterBlocks(
  lines: readonly ManifestLine[],
  owners: ReadonlyMap<string, FieldOwner>,
): (GutterCell | undefined)[] {
  const own = lines.map((line) => nearestOwner(line.path, owners));
  for (let index = own.length - 2; index >= 0; index -= 1) {
    const below = lines[index + 1];
    const isHeading = below !== undefined && below.path.startsWith(`${lines[index]?.path ?? ''}/`);
    if (own[index] === undefined && isHeading) own[index] = own[index + 1];
  }
  return own.map((owner, index) =>
    owner ? { owner, isFirst: owner.manager !== own[index - 1]?.manager } : undefined,
  );
}

/** The field itself or the nearest field above it that somebody owns as a whole. */
function nearestOwner(path: string, owners: ReadonlyMap<string, FieldOwner>): FieldOwner | undefined {
  let current = path;
  while (current !== '') {
    const owner = owners.get(current);
    if (owner && (owner.isWhole || current === path)) return owner;
    current = current.slice(0, current.lastIndexOf('/'));
  }
  return undefined;
}
