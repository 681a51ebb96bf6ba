import { describe, expect, it } from 'vitest';
import { KeyedQueue } from './keyed-queue';

const clock = { now: () => new Date(0), sleep: () => Promise.resolve() };

function queueOf(work: (key: string) => Promise<void>, concurrency = 2) {
  const errors: unknown[] = [];
  const queue = new KeyedQueue({
    concurrency,
    clock,
    signal: new AbortController().signal,
    work,
    onError: (_, error) => errors.push(error),
  });
  return { queue, errors };
}

describe('KeyedQueue', () => {
  it('runs a key that waits once, however often it was added', async () => {
    const runs: string[] = [];
    const { queue } = queueOf((key) => {
      runs.push(key);
      return Promise.resolve();
    }, 1);
    for (const key of ['a', 'b', 'b', 'b']) queue.add(key);
    await queue.whenIdle();
    expect(runs).toEqual(['a', 'b']);
  });

  it('runs a key again when it is added while it runs, and never twice at once', async () => {
    let running = 0;
    let highest = 0;
    let runs = 0;
    const { queue } = queueOf(async () => {
      running++;
      highest = Math.max(highest, running);
      if (runs++ === 0) queue.add('a');
      await Promise.resolve();
      running--;
    });
    queue.add('a');
    await queue.whenIdle();
    expect({ runs, highest }).toEqual({ runs: 2, highest: 1 });
  });

  it('goes on after a failure and reports it', async () => {
    const runs: string[] = [];
    const { queue, errors } = queueOf((key) => {
      runs.push(key);
      return key === 'a' ? Promise.reject(new Error('no')) : Promise.resolve();
    }, 1);
    queue.add('a');
    queue.add('b');
    await queue.whenIdle();
    expect(runs).toEqual(['a', 'b']);
    expect(errors).toHaveLength(1);
  });
});
