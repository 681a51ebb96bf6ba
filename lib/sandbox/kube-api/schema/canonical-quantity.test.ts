import { describe, expect, it } from 'vitest';
import { canonicalQuantity } from './canonical-quantity';

describe('canonicalQuantity', () => {
  it.each([
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['1073741824', '1073741824'],
    ['1e3', '1e3'],
    ['1000', '1k'],
    ['100k', '100k'],
    ['0', '0'],
    ['0Gi', '0'],
    ['-1500m', '-1500m'],
    ['0.0000000001', '1n'],
    [2, '2'],
    ['1500', '1500'],
    ['1E', '1E'],
  ])('stores %s as %s', (given, stored) => {
    expect(canonicalQuantity(given)).toBe(stored);
  });

  it.each(['', 'abc', '1Kb', '1 Gi', 'Gi', '1.2.3'])('takes %j for no quantity', (text) => {
    expect(canonicalQuantity(text)).toBeUndefined();
  });
});
