import type { Clock } from '@/lib/engine/ports/clock';

const LONGEST_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const timer = setTimeout(done, Math.min(ms, LONGEST_MS));
      const aborted = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      function done() {
        signal?.removeEventListener('abort', aborted);
        resolve();
      }
      signal?.addEventListener('abort', aborted, { once: true });
    }),
};
