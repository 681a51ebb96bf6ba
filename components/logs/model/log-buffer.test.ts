import { describe, expect, it } from 'vitest';
import type { LogLine } from '@/lib/contracts/resource/live-resource';
import { appendLines, EMPTY_LOG, filterLines } from './log-buffer';
import { logLevel } from './log-level';

const line = (content: string): LogLine => ({
  content,
  timeStamp: null,
  timeStampStr: '',
  podName: 'web',
  last: false,
});

describe('the log buffer', () => {
  it('keeps the newest lines, counts the dropped ones and never renumbers', () => {
    const first = appendLines(EMPTY_LOG, ['a', 'b', 'c'].map(line), 4);
    const second = appendLines(first, ['d', 'e'].map(line), 4);
    expect(second.received).toBe(5);
    expect(second.lines.map((it) => [it.number, it.text])).toEqual([
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
      [5, 'e'],
    ]);
  });

  it('finds lines by all words of the filter in any case', () => {
    const { lines } = appendLines(EMPTY_LOG, ['GET /cart 200', 'POST /cart 500', 'GET /pay 500'].map(line));
    expect(filterLines(lines, 'cart 500').map((it) => it.text)).toEqual(['POST /cart 500']);
    expect(filterLines(lines, ' ')).toBe(lines);
  });
});

describe('logLevel', () => {
  it.each([
    ['{"level":"error","msg":"info about it"}', 'error'],
    ['time=2026 level=warning msg=x', 'warn'],
    ['E1123 14:03:00.1 main.go:1] x', 'error'],
    ['2026-11-23 INFO started', 'info'],
    ['GET /terror 200', undefined],
  ])('reads %s as %s', (text, level) => {
    expect(logLevel(text)).toBe(level);
  });
});
