/** Wait before the n-th self-heal of one state: 0, 2, 6, 18, 54, 162 and then 300 s. Argo CD's defaults, in milliseconds. */
const FIRST_MS = 2_000;
const FACTOR = 3;
const CAP_MS = 300_000;
/** A quiet spell of this length after a success starts the series anew. */
export const SELF_HEAL_COOLDOWN_MS = 330_000;

export function selfHealDelayMs(attempts: number): number {
  return attempts <= 0 ? 0 : Math.min(FIRST_MS * FACTOR ** (attempts - 1), CAP_MS);
}
