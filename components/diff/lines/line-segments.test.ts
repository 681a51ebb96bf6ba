import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSegments } from './line-segments';
import { wordMarks } from './word-marks';

describe('lineSegments', () => {
  it('marks the changed version inside a value and nothing else', () => {
    const before = '  image: web:1.4.2';
    const segments = lineSegments(before, wordMarks(before, '  image: web:1.5.0').before);
    expect(segments.filter((segment) => segment.isChanged)).toEqual([
      { text: '1.4.2', part: 'value', isChanged: true },
    ]);
    expect(segments[1]).toEqual({ text: 'image', part: 'key', isChanged: false });
  });

  it('keeps every character of a line, whatever changed in it', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '1', ' ', ':', '-', '"', '.') });
    fc.assert(
      fc.property(line, line, (before, after) => {
        const marks = wordMarks(before, after);
        expect(
          lineSegments(before, marks.before)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(before);
        expect(
          lineSegments(after, marks.after)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(after);
      }),
    );
  });
});
