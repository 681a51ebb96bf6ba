import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAge, splitDuration } from './age';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('splitAge', () => {
  it.each([
    [0, '0 second'],
    [-5000, '0 second'],
    [8_400, '8 second'],
    [117_000, '1 minute'],
    [41 * minute + 30_000, '41 minute'],
    [2 * hour + 46 * minute, '2 hour 46 minute'],
    [3 * hour, '3 hour'],
    [day + 4 * hour + 50 * minute, '1 day 4 hour'],
    [211 * day + 5 * hour, '211 day'],
  ])('%d ms is "%s"', (ms, words) => {
    expect(
      splitAge(ms)
        .map((part) => `${part.count} ${part.unit}`)
        .join(' '),
    ).toBe(words);
  });

  it('keeps the seconds of what is timed', () => {
    expect(splitDuration(117_000)).toEqual([
      { unit: 'minute', count: 1 },
      { unit: 'second', count: 57 },
    ]);
  });

  it('never shows more than two units nor an empty one beside another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (ms) => {
        const parts = splitAge(ms);
        expect(parts.length).toBeLessThanOrEqual(2);
        if (parts.length === 2) expect(parts.every((part) => part.count > 0)).toBe(true);
      }),
    );
  });
});
