import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToFilter, readToken, removeFromFilter, splitFilter } from './filter-token';

describe('the filter', () => {
  it('splits at blanks but not inside quotes', () => {
    expect(splitFilter('env:prod  -label:"team a" checkout')).toEqual([
      'env:prod',
      '-label:"team a"',
      'checkout',
    ]);
  });

  it('reads key, operator, value and negation', () => {
    expect(readToken('-label:"team a"')).toMatchObject({
      negated: true,
      key: 'label',
      operator: ':',
      value: 'team a',
    });
    expect(readToken('changed<1h')).toMatchObject({
      negated: false,
      key: 'changed',
      operator: '<',
      value: '1h',
    });
    expect(readToken('checkout')).toMatchObject({ negated: false, key: undefined, value: 'checkout' });
  });

  it('adds a condition once', () => {
    expect(addToFilter('env:prod', 'env:prod  health:degraded')).toBe('env:prod health:degraded');
  });

  it('gives back what it had after adding and removing a new condition', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}:[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 6 }), (words) => {
        const [last = '', ...before] = words;
        const filter = before.join(' ');
        expect(removeFromFilter(addToFilter(filter, last), last)).toBe(filter);
      }),
    );
  });
});
