import { parse } from 'yaml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestLines } from './manifest-lines';
import { yamlParts } from './yaml-parts';

const text = (value: unknown) => manifestLines(value).map((line) => line.text);

describe('manifestLines', () => {
  it('prints what it is first, its name before its labels and status last', () => {
    const lines = text({
      status: { a: 1 },
      spec: { b: 2 },
      metadata: { labels: { x: 'y' }, name: 'web' },
      kind: 'Pod',
      apiVersion: 'v1',
    });
    expect(lines).toEqual([
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
      '  name: web',
      '  labels:',
      '    x: y',
      'spec:',
      '  b: 2',
      'status:',
      '  a: 1',
    ]);
  });

  it('quotes text that would read as a number, a boolean or nothing', () => {
    expect(text({ a: '0', b: 'true', c: '', d: 'off', e: '1.4.2', f: '2026-11-23' })).toEqual([
      'a: "0"',
      'b: "true"',
      'c: ""',
      'd: "off"',
      'e: 1.4.2',
      'f: "2026-11-23"',
    ]);
  });

  it('names the field of every line, items of lists included', () => {
    const lines = manifestLines({ spec: { containers: [{ name: 'web', ports: [{ containerPort: 80 }] }] } });
    expect(lines.map((line) => line.path)).toEqual([
      '/spec',
      '/spec/containers',
      '/spec/containers/0/name',
      '/spec/containers/0/ports',
      '/spec/containers/0/ports/0/containerPort',
    ]);
  });

  it('reads back as the same object, whatever the object holds', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.constantFrom('no', '1e3', '0x1f', ' a ', '# x', 'a: b', '- x', '~', 'é'),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const key = fc.stringMatching(/^[a-z][\w./-]{0,8}$/);
    const inner = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(key, leaf, { maxKeys: 3 }));
    const middle = fc.oneof(
      inner,
      fc.array(inner, { maxLength: 3 }),
      fc.dictionary(key, inner, { maxKeys: 3 }),
    );
    fc.assert(
      fc.property(fc.dictionary(key, middle, { minKeys: 1, maxKeys: 4 }), (it) => {
        expect(parse(text(it).join('\n'))).toEqual({ ...it });
      }),
      { numRuns: 300 },
    );
  });
});

describe('yamlParts', () => {
  it('tells keys, values and punctuation apart and loses no character', () => {
    expect(yamlParts('    - name: web')).toEqual([
      { part: 'space', text: '    ' },
      { part: 'punctuation', text: '- ' },
      { part: 'key', text: 'name' },
      { part: 'punctuation', text: ': ' },
      { part: 'value', text: 'web' },
    ]);
    fc.assert(
      fc.property(fc.string(), (line) => {
        fc.pre(!/[\n\r\u2028\u2029]/.test(line));
        expect(
          yamlParts(line)
            .map((part) => part.text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});
