import { describe, expect, it } from 'vitest';
import { parseYamlDocument, YamlProblem } from './parse-yaml';
import { splitDocuments } from './split-documents';

describe('parseYamlDocument', () => {
  it.each([
    ['a: yes', { a: true }],
    ['a: Off', { a: false }],
    ['a: 0777', { a: 511 }],
    ['a: 0o17', { a: 15 }],
    ['a: 0x1F', { a: 31 }],
    ['a: 1_000', { a: 1000 }],
    ['a: 12:30:45', { a: '12:30:45' }],
    ['a: 2026-11-24', { a: '2026-11-24' }],
    ['a: 1e3', { a: 1000 }],
    ['a: 1.10', { a: 1.1 }],
    ['a: "1.10"', { a: '1.10' }],
    ['a: ~', { a: null }],
    ['1: x', { '1': 'x' }],
    ['a: one\na: two', { a: 'two' }],
    ['base: &b {x: 1}\na: {<<: *b, z: 2}', { base: { x: 1 }, a: { x: 1, z: 2 } }],
    ['a: |\n  one\n  two\n', { a: 'one\ntwo\n' }],
    ['# only a comment\n', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(parseYamlDocument(text)).toEqual(expected);
  });

  it.each([
    ['a: 1\nb: [\n', 3],
    ['a:\n\tb: 1\n', 2],
    ['a: 1\nb: {{ .x }}\n', 2],
    ['a: "open\n', 2],
  ])('%j is refused near line %d', (text, line) => {
    expect(() => parseYamlDocument(text)).toThrow(YamlProblem);
    try {
      parseYamlDocument(text);
    } catch (error) {
      expect(Math.abs((error as YamlProblem).line - line)).toBeLessThanOrEqual(1);
    }
  });

  it('refuses aliases that would fill the memory', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`,
    );
    expect(() => parseYamlDocument(`a0: &a0 x\n${levels.join('\n')}`)).toThrow('excessive aliasing');
  });

  it('reads half a megabyte without holding others up for long', () => {
    const text = `a:\n${Array.from({ length: 20_000 }, (_, i) => `  k${i}: {a: 1, b: [x, y]}`).join('\n')}`;
    expect(Object.keys((parseYamlDocument(text) as { a: object }).a)).toHaveLength(20_000);
  });
});

describe('splitDocuments', () => {
  it('numbers documents and lines as an editor does', () => {
    const text = '# head\n---\na: 1\n---\n\n--- # three\nb: 2\n--- {c: 3}\n';
    expect(splitDocuments(text).map(({ index, line, text: part }) => [index, line, part.trim()])).toEqual([
      [1, 1, '# head'],
      [2, 2, 'a: 1'],
      [4, 6, '# three\nb: 2'],
      [5, 8, '{c: 3}'],
    ]);
  });

  it('leaves dashes inside block text alone', () => {
    expect(splitDocuments('a: |\n  ---\n  x\n')).toHaveLength(1);
  });
});
