import { describe, expect, it } from 'vitest';
import { BUILTIN_KINDS } from '../registry/builtin-kinds';
import { parseFieldSelector } from './field-selector';
import { matchesSelectorObject, parseLabelSelector } from './label-selector';

const kindOf = (name: string) => BUILTIN_KINDS.find((each) => each.kind === name)!;

describe('label selectors', () => {
  it.each([
    ['', true],
    ['app=web', true],
    ['app==web,tier', true],
    ['app!=web', false],
    ['other!=x', true],
    ['app in (api, web)', true],
    ['app notin (api,web)', false],
    ['missing notin (a)', true],
    ['!missing', true],
    ['!app', false],
    ['example.dev/part = db', true],
  ])('%j selects: %s', (text, isSelected) => {
    const labels = { app: 'web', tier: '', 'example.dev/part': 'db' };
    expect(parseLabelSelector(text)?.(labels)).toBe(isSelected);
  });

  it('refuse what is none', () => {
    for (const text of ['a b', '=x', 'app in web', 'app=a=b'])
      expect(parseLabelSelector(text)).toBeUndefined();
  });

  it('as objects match labels and expressions together, and everything when empty', () => {
    const labels = { app: 'web' };
    expect(matchesSelectorObject({}, labels)).toBe(true);
    const expression = { key: 'app', operator: 'In', values: ['web'] };
    expect(
      matchesSelectorObject({ matchLabels: { app: 'web' }, matchExpressions: [expression] }, labels),
    ).toBe(true);
    expect(matchesSelectorObject({ matchExpressions: [{ ...expression, operator: 'NotIn' }] }, labels)).toBe(
      false,
    );
  });
});

describe('field selectors', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a', namespace: 'n' },
    spec: { nodeName: 'node-1' },
    status: { phase: 'Running' },
  };

  it('select by name, node and phase, equal and unequal', () => {
    const matches = (text: string): boolean => parseFieldSelector(text, kindOf('Pod'))(pod);
    expect(matches('metadata.name=a,spec.nodeName=node-1')).toBe(true);
    expect(matches('status.phase!=Running')).toBe(false);
    expect(matches('spec.nodeName=')).toBe(false);
  });

  it('refuse fields that a kind is not selected by', () => {
    expect(() => parseFieldSelector('spec.replicas=1', kindOf('Deployment'))).toThrow(
      'field label not supported: spec.replicas',
    );
  });
});
