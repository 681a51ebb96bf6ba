import type { WordMark } from './word-marks';
import { yamlParts, type YamlPart } from './yaml-parts';

export interface LineSegment {
  text: string;
  part: YamlPart;
  isChanged: boolean;
}

/** A printed line cut where its colour or its ground changes. */
export function lineSegments(text: string, marks: readonly WordMark[] = []): LineSegment[] {
  const segments: LineSegment[] = [];
  const changed = changedRanges(marks);
  let start = 0;
  for (const { part, text: piece } of yamlParts(text)) {
    const end = start + piece.length;
    let at = start;
    for (const range of changed) {
      const from = Math.max(at, range.from);
      const to = Math.min(end, range.to);
      if (from >= to) continue;
      if (from > at) segments.push({ text: text.slice(at, from), part, isChanged: false });
      segments.push({ text: text.slice(from, to), part, isChanged: true });
      at = to;
    }
    if (at < end) segments.push({ text: text.slice(at, end), part, isChanged: false });
    start = end;
  }
  return segments;
}

function changedRanges(marks: readonly WordMark[]): { from: number; to: number }[] {
  let at = 0;
  return marks.flatMap((mark) => {
    const from = at;
    at += mark.text.length;
    return mark.isChanged && mark.text.trim() !== '' ? [{ from, to: at }] : [];
  });
}
