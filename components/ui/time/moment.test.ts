import { describe, expect, it } from 'vitest';
import { formatAbsolute, formatMoment, formatUtcClock } from './moment';

const now = new Date('2026-11-23T13:06:00Z');
const paris = { now, locale: 'en', timeZone: 'Europe/Paris' };

describe('formatMoment', () => {
  it.each([
    ['2026-11-23T10:20:04Z', '11:20'],
    ['2026-11-22T23:30:00Z', '00:30'],
    ['2026-11-20T17:42:00Z', 'Fri 18:42'],
    ['2026-11-24T05:00:00Z', 'Tue 06:00'],
    ['2026-11-14T09:00:00Z', '14 Nov'],
    ['2025-11-14T09:00:00Z', '14 Nov 2025'],
  ])('%s reads %s', (iso, words) => {
    expect(formatMoment(new Date(iso), paris)).toBe(words);
  });

  it('decides "same day" in the zone of the viewer', () => {
    expect(formatMoment(new Date('2026-11-22T23:30:00Z'), { ...paris, timeZone: 'UTC' })).toBe('Sun 23:30');
  });

  it('writes French days in lower case', () => {
    expect(formatMoment(new Date('2026-11-24T05:00:00Z'), { ...paris, locale: 'fr' })).toBe('mar. 06:00');
  });
});

describe('the absolute forms', () => {
  it('name the zone', () => {
    expect(formatAbsolute(new Date('2026-11-23T10:20:04Z'), 'en', 'Europe/Paris')).toBe(
      'Mon 23 Nov 2026, 11:20:04 CET',
    );
    expect(formatAbsolute(new Date('2026-11-23T10:20:04Z'), 'fr', 'Europe/Paris')).toBe(
      'lun. 23 nov. 2026, 11:20:04 CET',
    );
    expect(formatUtcClock(new Date('2026-11-23T10:20:04Z'))).toBe('10:20:04 UTC');
  });
});
