import { describe, expect, it } from 'vitest';
import { pickLocale } from './pick-locale';

describe('pickLocale', () => {
  it('prefers the stored choice over what the browser asks for', () => {
    expect(pickLocale('fr', 'en-GB,en;q=0.9')).toBe('fr');
  });

  it('follows the quality order of Accept-Language, not the order of writing', () => {
    expect(pickLocale(undefined, 'en;q=0.4, fr-CA;q=0.9, de')).toBe('fr');
  });

  it('skips a language that the browser refuses with q=0', () => {
    expect(pickLocale(undefined, 'fr;q=0, en;q=0.1')).toBe('en');
  });

  it('falls back to English for a forged cookie and for no header', () => {
    expect(pickLocale('../etc', null)).toBe('en');
    expect(pickLocale(undefined, 'de, ja;q=0.5')).toBe('en');
  });
});
