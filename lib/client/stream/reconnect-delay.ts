const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** 1 s, 2 s, 4 s … 30 s, each cut by up to half so that browsers do not come back all at once. `attempt` counts from 0. */
export function reconnectDelayMs(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (1 - random / 2));
}
