import { describe, expect, it } from 'vitest';
import { formatGoDuration, parseGoDuration } from './go-duration';

describe('Go durations', () => {
  it.each([
    ['5s', 5_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['.5s', 500],
    ['-1m', -60_000],
    ['0', 0],
    ['100us', 0.1],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(parseGoDuration(text)).toBe(milliseconds);
  });

  it.each(['', '5', '1d', '1h ', ' 1h', '.s', '99999999999999h', '1h-5m'])('"%s" is none', (text) => {
    expect(parseGoDuration(text)).toBeUndefined();
  });

  it.each([
    [3_600_000, '1h0m0s'],
    [300_000, '5m0s'],
    [1_500, '1.5s'],
    [250, '250ms'],
    [0, '0s'],
  ])('%d ms prints as %s', (milliseconds, text) => {
    expect(formatGoDuration(milliseconds)).toBe(text);
  });
});
