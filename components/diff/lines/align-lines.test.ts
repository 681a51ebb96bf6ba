import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignLines } from './align-lines';
import { compareManifests } from './compare-manifests';
import { foldRows } from './fold-rows';
import { skippedRange } from './skipped-range';
import { wordMarks } from './word-marks';

const lines = (texts: string[]) => texts.map((text) => ({ text, path: `/${text}` }));

describe('alignLines', () => {
  it('shows every line of both sides once and in order, whatever the texts', () => {
    const side = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(side, side, (before, after) => {
        const rows = alignLines(lines(before), lines(after));
        expect(rows.flatMap((row) => row.before ?? [])).toEqual(before.map((_, index) => index));
        expect(rows.flatMap((row) => row.after ?? [])).toEqual(after.map((_, index) => index));
        for (const row of rows) {
          if (row.kind === 'same') expect(before[row.before!]).toBe(after[row.after!]);
          else expect(row.before ?? row.after).toBeDefined();
        }
      }),
    );
  });

  it('finds two changed fields among 12,000 lines', () => {
    const big = {
      spec: Object.fromEntries(Array.from({ length: 12_000 }, (_, index) => [`key${index}`, index])),
    };
    const changed = { spec: { ...big.spec, key6000: 'other', key11000: 'other' } };
    expect(compareManifests(big, changed).stat).toEqual({ added: 2, removed: 2 });
  });
});

describe('foldRows', () => {
  it('keeps three lines around a change and hides nothing that differs', () => {
    const before = Array.from({ length: 40 }, (_, index) => `l${index}`);
    const after = before.map((text, index) => (index === 20 ? 'changed' : text));
    const rows = alignLines(lines(before), lines(after));
    const items = foldRows(rows, new Set());
    expect(items.map((item) => (item.type === 'row' ? item.index : `${item.from}..${item.to}`))).toEqual([
      '0..17',
      17,
      18,
      19,
      20,
      21,
      22,
      23,
      '24..40',
    ]);
    expect(foldRows(rows, new Set([0, 24]))).toHaveLength(40);
    expect(skippedRange(rows, 0, 17, { before: lines(before), after: lines(after) })).toEqual({
      first: 'l0',
      last: 'l16',
    });
  });
});

describe('wordMarks', () => {
  it('marks a version as one word and leaves the rest of the line calm', () => {
    const marks = wordMarks('image: shop/web:1.4.2', 'image: shop/web:1.5.0');
    expect(marks.before.filter((mark) => mark.isChanged)).toEqual([{ text: '1.4.2', isChanged: true }]);
    expect(marks.after.filter((mark) => mark.isChanged)).toEqual([{ text: '1.5.0', isChanged: true }]);
  });
});
