import { describe, expect, it } from 'vitest';
import type { RevisionHistory } from '../application-status';
import { addHistory } from './add-history';
import { nextRetry, retryDelayMs } from './next-retry';

const now = new Date('2026-01-01T15:04:00Z');

describe('retry', () => {
  it('doubles from five seconds up to three minutes by default', () => {
    expect([0, 1, 2, 5, 6, 30].map((n) => retryDelayMs({}, n))).toEqual([
      5e3, 10e3, 20e3, 160e3, 180e3, 180e3,
    ]);
  });

  it('follows the policy, where a bare number is seconds', () => {
    const backoff = { duration: '2', factor: 3, maxDuration: '1m' };
    expect([0, 1, 9].map((n) => retryDelayMs({ backoff }, n))).toEqual([2e3, 6e3, 60e3]);
    expect(retryDelayMs({ backoff: { duration: 'soon' } }, 0)).toBeUndefined();
  });

  it('says when the next attempt is, and in the end how many there were', () => {
    expect(nextRetry({ message: 'it broke', retryCount: 0 }, { limit: 2 }, now)).toEqual({
      type: 'retry',
      at: new Date('2026-01-01T15:04:05Z'),
      retryCount: 1,
      message: 'it broke. Retrying attempt #1 at 3:04PM.',
    });
    expect(nextRetry({ message: 'it broke', retryCount: 2 }, { limit: 2 }, now)).toEqual({
      type: 'give-up',
      message: 'it broke (retried 2 times).',
    });
    expect(nextRetry({ message: 'it broke' }, undefined, now)).toEqual({
      type: 'give-up',
      message: 'it broke',
    });
  });

  it('never gives up with a limit of -1', () => {
    expect(nextRetry({ retryCount: 1000 }, { limit: -1 }, now).type).toBe('retry');
  });
});

describe('history', () => {
  const entry = { revision: 'c', deployedAt: '2026-01-01T00:00:00Z' };

  it('keeps the newest ten with rising ids', () => {
    let history: RevisionHistory[] = [];
    for (let count = 0; count < 12; count += 1) history = addHistory(history, entry);
    expect(history.map((each) => each.id)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('is empty with a limit of 0', () => {
    expect(addHistory([], entry, 0)).toEqual([]);
  });
});
