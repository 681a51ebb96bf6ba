import { describe, expect, it } from 'vitest';
import { defaultPreferences, formatPreferences, parsePreferences, type Preferences } from './preferences';

describe('preferences', () => {
  it('come back from the cookie as they were stored', () => {
    const chosen: Preferences = {
      theme: 'dark',
      density: 'compact',
      sidebar: 'collapsed',
      letters: 'no-letters',
    };
    expect(parsePreferences(formatPreferences(chosen))).toEqual(chosen);
  });

  it('ignore what they do not know', () => {
    expect(parsePreferences('neon.compact.<script>')).toEqual({ ...defaultPreferences, density: 'compact' });
    expect(parsePreferences(undefined)).toEqual(defaultPreferences);
  });
});
