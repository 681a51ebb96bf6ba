/** Exponential backoff with full jitter. `random` is in [0, 1). Milliseconds in and out. */
export function backoffDelayMs(
  attempt: number,
  bounds: { baseMs: number; maxMs: number },
  random: number,
): number {
  const ceiling = Math.min(bounds.maxMs, bounds.baseMs * 2 ** Math.min(attempt, 20));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
