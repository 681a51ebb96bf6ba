import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldSet } from './field-set';
import { parseFieldsV1, serialiseFieldsV1 } from './fields-v1';
import { formatPath } from './path-element';

const element = fc.constantFrom('f:a', 'f:b', 'k:{"name":"x"}', 'v:"y"', 'i:0');
const set = fc
  .array(fc.array(element, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  .map((paths) => FieldSet.of(...paths));
const pathsOf = (fields: FieldSet) => [...fields.paths()].map((path) => path.join('/'));

describe('FieldSet', () => {
  it('survives FieldsV1 unchanged', () => {
    fc.assert(fc.property(set, (fields) => parseFieldsV1(serialiseFieldsV1(fields)).equals(fields)));
  });

  it('behaves as a set of paths', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [pathsA, pathsB] = [pathsOf(a), pathsOf(b)];
        expect(new Set(pathsOf(a.union(b)))).toEqual(new Set([...pathsA, ...pathsB]));
        expect(pathsOf(a.intersection(b))).toEqual(pathsA.filter((path) => pathsB.includes(path)));
        expect(pathsOf(a.difference(b))).toEqual(pathsA.filter((path) => !pathsB.includes(path)));
      }),
    );
  });

  it('reads keys in any spelling', () => {
    const fields = parseFieldsV1({ 'f:ports': { 'k:{"protocol":"TCP", "port":80}': { '.': {} } } });
    expect(fields.has(['f:ports', 'k:{"port":80,"protocol":"TCP"}'])).toBe(true);
    expect([...fields.paths()].map(formatPath)).toEqual(['.ports[port=80,protocol="TCP"]']);
  });
});
