import type { ComparedFile } from '../files/compare-file';
import type { AlignedRow } from '../lines/align-lines';
import { wordMarks, type WordMark } from '../lines/word-marks';
import type { GutterCell } from '../managers/gutter-blocks';

/** One side of a row, ready to draw. */
export interface SideLine {
  number: number;
  text: string;
  isChanged: boolean;
  marks?: readonly WordMark[];
  gutter?: GutterCell | undefined;
}

/** Both sides of a row; words are marked only where a line was replaced by another. */
export function sidesOf(
  compared: ComparedFile,
  row: AlignedRow,
  ownerAbove?: string,
): { before?: SideLine; after?: SideLine } {
  const before = row.before === undefined ? undefined : compared.before[row.before];
  const after = row.after === undefined ? undefined : compared.after[row.after];
  const isChanged = row.kind === 'changed';
  const marks = isChanged && before && after ? wordMarks(before.text, after.text) : undefined;
  return {
    ...(before && row.before !== undefined
      ? {
          before: {
            number: row.before + 1,
            text: before.text,
            isChanged,
            gutter: named(compared.gutter[row.before], ownerAbove),
            ...(marks ? { marks: marks.before } : {}),
          },
        }
      : {}),
    ...(after && row.after !== undefined
      ? {
          after: {
            number: row.after + 1,
            text: after.text,
            isChanged,
            ...(marks ? { marks: marks.after } : {}),
          },
        }
      : {}),
  };
}

function named(cell: GutterCell | undefined, ownerAbove: string | undefined): GutterCell | undefined {
  return cell && { ...cell, isFirst: cell.owner.manager !== ownerAbove };
}
