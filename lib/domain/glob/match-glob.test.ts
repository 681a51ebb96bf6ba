import { describe, expect, it } from 'vitest';
import { matchGlob } from './match-glob';
import { matchPathPattern } from './match-path-pattern';

describe('globs', () => {
  it.each([
    ['a*c', 'abbc', true],
    ['a*c', 'a/c', false],
    ['a**c', 'a/c', true],
    ['{a,b{c,d}}x', 'bdx', true],
    ['[a-c]?', 'bz', true],
    ['[!a-c]?', 'bz', false],
    ['[', '[', false],
    ['[]', '', false],
    ['\\*', '*', true],
    ['\\*', 'x', false],
    ['a}', 'a}', true],
    ['{a,b', 'b', true],
  ])('%s on %s', (pattern, text, expected) => {
    expect(matchGlob(pattern, text, '/')).toBe(expected);
  });

  it('take linear time for patterns that make backtracking explode', () => {
    const started = performance.now();
    expect(matchGlob(`${'*a'.repeat(30)}b`, 'a'.repeat(2000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('path patterns', () => {
  it.each([
    ['[!t]*', '!x', true],
    ['[^t]*', 'team', false],
    ['{a,b}', 'a', false],
    ['[a-', 'a', false],
    ['*', 'a/b', false],
    ['\\team', 'team', true],
  ])('%s on %s', (pattern, text, expected) => {
    expect(matchPathPattern(pattern, text)).toBe(expected);
  });
});
