import { diffArrays } from 'diff';

/** A stretch of a changed line; `isChanged` stretches get the stronger ground. */
export interface WordMark {
  text: string;
  isChanged: boolean;
}

const WORDS = /[\w.+-]+|\s+|[^\w\s]/g;

/** Marks the changed words of a pair of lines. Versions and quantities are one word ("1.4.2", "512Mi"). */
export function wordMarks(before: string, after: string): { before: WordMark[]; after: WordMark[] } {
  const parts = diffArrays(before.match(WORDS) ?? [], after.match(WORDS) ?? []);
  const left: WordMark[] = [];
  const right: WordMark[] = [];
  for (const part of parts) {
    const text = part.value.join('');
    if (!part.added) left.push({ text, isChanged: part.removed });
    if (!part.removed) right.push({ text, isChanged: part.added });
  }
  return { before: left, after: right };
}
