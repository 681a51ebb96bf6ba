import { parseGoDuration } from '../../time/go-duration';
import type { RetryStrategy } from '../application-spec';
import type { OperationState } from '../application-status';

const DEFAULT_DURATION_MS = 5_000;
const DEFAULT_MAX_DURATION_MS = 180_000;
const DEFAULT_FACTOR = 2;

type RetryDecision =
  | { type: 'retry'; at: Date; retryCount: number; message: string }
  | { type: 'give-up'; message: string }
  | { type: 'invalid'; message: string };

/**
 * What follows a failed operation: another attempt after duration × factor^n (5 s × 2ⁿ up to 3 m by default), for ever
 * with a limit of −1, or the end. `message` is the operation's message from then on, as Argo CD words it.
 */
export function nextRetry(
  state: Pick<OperationState, 'message' | 'retryCount'>,
  retry: RetryStrategy | undefined,
  now: Date,
): RetryDecision {
  const retryCount = state.retryCount ?? 0;
  const message = state.message ?? '';
  const limit = retry?.limit ?? 0;
  if (limit >= 0 && retryCount >= limit) {
    return {
      type: 'give-up',
      message: retryCount > 0 ? `${message} (retried ${retryCount} times).` : message,
    };
  }
  const waitMs = retryDelayMs(retry, retryCount);
  if (waitMs === undefined)
    return { type: 'invalid', message: `${message} (the retry policy has an invalid duration)` };
  const at = new Date(now.getTime() + waitMs);
  const text = `${message}. Retrying attempt #${retryCount + 1} at ${kitchenTime(at)}.`;
  return { type: 'retry', at, retryCount: retryCount + 1, message: text };
}

/** Milliseconds before the attempt after `retryCount` retries; undefined for an invalid duration. */
export function retryDelayMs(retry: RetryStrategy | undefined, retryCount: number): number | undefined {
  const { duration, maxDuration, factor = DEFAULT_FACTOR } = retry?.backoff ?? {};
  const first = durationMs(duration, DEFAULT_DURATION_MS);
  const cap = durationMs(maxDuration, DEFAULT_MAX_DURATION_MS);
  if (first === undefined || cap === undefined) return undefined;
  const wait = first * factor ** retryCount;
  return cap > 0 ? Math.min(wait, cap) : wait;
}

/** A bare number counts as seconds. */
function durationMs(text: string | undefined, byDefault: number): number | undefined {
  if (!text) return byDefault;
  return /^\d+$/.test(text) ? Number(text) * 1000 : parseGoDuration(text);
}

/** `3:04PM` in UTC. */
function kitchenTime(at: Date): string {
  const hours = at.getUTCHours();
  const minutes = String(at.getUTCMinutes()).padStart(2, '0');
  return `${hours % 12 || 12}:${minutes}${hours < 12 ? 'AM' : 'PM'}`;
}
