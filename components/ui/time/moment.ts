/** Day-first English; French as it is. */
export function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

export interface MomentContext {
  readonly now: Date;
  readonly locale: string;
  readonly timeZone: string;
}

const day = 86_400_000;

/** Same day 14:02, within six days "Fri 16:20", else "14 Nov", with the year only when it is another one. */
export function formatMoment(at: Date, context: MomentContext): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dateLocale(context.locale), { timeZone: context.timeZone, ...options }).format(
      at,
    );
  const clock = write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (dayKey(at, context.timeZone) === dayKey(context.now, context.timeZone)) return clock;
  if (Math.abs(at.getTime() - context.now.getTime()) < 6 * day)
    return `${write({ weekday: 'short' })} ${clock}`;
  const sameYear = yearOf(at, context.timeZone) === yearOf(context.now, context.timeZone);
  return write({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** Full form with zone, for tooltips: "Mon 23 Nov 2026, 11:20:04 CET". */
export function formatAbsolute(at: Date, locale: string, timeZone: string): string {
  const date = new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(at);
  return `${date.replace(/,/g, '')}, ${formatClock(at, timeZone)} ${zoneName(at, timeZone)}`;
}

/** Short name of a zone at a moment, "CET"; the same in both languages, as people write it. */
export function zoneName(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** Time of day to the second in a zone: "14:02:11". */
export function formatClock(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** The same moment in UTC, as logs have it: "10:20:04 UTC". */
export function formatUtcClock(at: Date): string {
  return `${at.toISOString().slice(11, 19)} UTC`;
}

function dayKey(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}

function yearOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric' }).format(at);
}
