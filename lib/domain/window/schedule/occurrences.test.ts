import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSchedule } from './describe-schedule';
import { occurrenceAt, occurrencesBetween } from './occurrences';
import { parseWindow } from './parse-window';

describe('occurrences', () => {
  it('at an instant and over a stretch agree', () => {
    const parsed = parseWindow({ schedule: '0 22 * * 1-5', duration: '3h', timeZone: 'America/New_York' });
    if (!parsed.ok) throw new Error(parsed.message);
    const { spans } = parsed;
    const [from, until] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-04-01T00:00:00Z')];
    const listed = occurrencesBetween(spans, from, until);
    fc.assert(
      fc.property(fc.date({ min: from, max: until, noInvalidDate: true }), (at) => {
        const isListed = listed.some((each) => each.from < at && at < each.until);
        expect(occurrenceAt(spans, at) !== undefined).toBe(isListed);
      }),
      { numRuns: 60 },
    );
  });

  it('that overlap are one', () => {
    const parsed = parseWindow({ schedule: '*/10 * * * *', duration: '1h' });
    if (!parsed.ok) throw new Error(parsed.message);
    const listed = occurrencesBetween(
      parsed.spans,
      new Date('2026-01-01T00:00:00Z'),
      new Date('2026-01-01T06:00:00Z'),
    );
    expect(listed).toHaveLength(1);
  });
});

it('a schedule reads as a sentence', () => {
  const window = { schedule: '0 22 * * 1-5', duration: '1h', timeZone: 'Europe/Paris' };
  expect(describeSchedule(window)).toBe('At 22:00, Monday through Friday, for 1h, Europe/Paris');
  expect(describeSchedule({ schedule: 'Mon-Fri 09:00-18:00' })).toBe('Mon-Fri 09:00-18:00');
  expect(describeSchedule({ schedule: 'bad' })).toBe('bad');
});
