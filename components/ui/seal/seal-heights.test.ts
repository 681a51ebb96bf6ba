import { describe, expect, it } from 'vitest';
import { sealHeights, shortDigest } from './seal-heights';

describe('the plan seal', () => {
  it('maps 0 to the lowest and f to the highest bar', () => {
    expect(sealHeights('0f00f00f')).toEqual([2, 12, 2, 2, 12, 2, 2, 12]);
  });

  it('ignores the algorithm prefix, so the same digest has one face', () => {
    expect(sealHeights('sha256:7f3ac91e')).toEqual(sealHeights('7F3AC91E'));
    expect(shortDigest('sha256:7f3ac91eaa')).toBe('7f3a·c91e');
  });

  it('differs as soon as one of the first eight digits does', () => {
    expect(sealHeights('7f3ac91e')).not.toEqual(sealHeights('7f3ac91d'));
  });
});
