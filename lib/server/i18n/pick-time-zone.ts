/** The viewer's zone as the browser stored it, if this runtime knows it; else UTC. */
export function pickTimeZone(stored: string | undefined): string {
  if (stored === undefined) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: stored }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
