const DAY_MS = 86_400_000;

/** Start of the day that an instant lies in, in a time zone. */
export function startOfDay(at: Date, timeZone: string): Date {
  const [year = 1970, month = 1, day = 1] = dateParts(at, timeZone);
  return midnight(year, month, day, timeZone);
}

/** Midnights of a stretch of days and the one that ends it. Days are calendar days: some have 23 or 25 hours. */
export function calendarDays(first: Date, days: number, timeZone: string): Date[] {
  const [year = 1970, month = 1, day = 1] = dateParts(first, timeZone);
  return Array.from({ length: days + 1 }, (_, index) => midnight(year, month, day + index, timeZone));
}

/** `en-CA` writes 2026-11-23. */
function dateParts(at: Date, timeZone: string): number[] {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(at)
    .split('-')
    .map(Number);
}

function midnight(year: number, month: number, day: number, timeZone: string): Date {
  const plain = Date.UTC(year, month - 1, day);
  const first = plain - offsetMs(new Date(plain), timeZone);
  // The offset at the guess may be that of the other side of a change of the clocks.
  return new Date(plain - offsetMs(new Date(first), timeZone));
}

function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((local - at.getTime()) / 60_000) * 60_000;
}

/** Share of a stretch of time, in percent. */
export function percentOf(at: Date, from: Date, until: Date): number {
  return (100 * (at.getTime() - from.getTime())) / (until.getTime() - from.getTime());
}

export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
