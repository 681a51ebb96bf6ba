/** `2026-08-01T09:30:00`, UTC, without the zone letter. */
export function formatInstant(instant: Date): string {
  return instant.toISOString().slice(0, 19);
}

/** `20260801` + `0930`: digits of the minute, as suffix of a generated name; the year in full or in two digits. */
export function formatMinute(instant: Date, yearDigits: 2 | 4): string {
  return instant
    .toISOString()
    .slice(4 - yearDigits, 16)
    .replace(/\D/g, '');
}
