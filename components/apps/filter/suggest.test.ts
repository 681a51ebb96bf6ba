import { describe, expect, it } from 'vitest';
import { suggest } from './suggest';

const facets = {
  health: [
    { value: 'Degraded', count: 2 },
    { value: 'Healthy', count: 51 },
  ],
  env: [{ value: 'prod', count: 58 }],
};

describe('suggest', () => {
  it('offers facet values with their counts and shapes, biggest first', () => {
    expect(suggest('hea', facets)).toEqual([
      { text: 'health:healthy', count: 51, glyph: 'disc-tick', tone: 'ok' },
      { text: 'health:degraded', count: 2, glyph: 'octagon-cross', tone: 'bad' },
    ]);
  });

  it('keeps the minus of a negation', () => {
    expect(suggest('-pro', facets).map(({ text }) => text)).toContain('-env:prod');
  });

  it('offers keys with free values only once something is typed', () => {
    expect(suggest('', facets).every(({ count }) => count !== undefined)).toBe(true);
    expect(suggest('nam', facets).map(({ text }) => text)).toEqual(['namespace:', 'name:']);
  });
});
