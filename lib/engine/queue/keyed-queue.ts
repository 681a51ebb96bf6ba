import type { Clock } from '../ports/clock';

/**
 * Runs one piece of work per key at a time and at most `concurrency` keys at once. A key added while it runs
 * is run once more afterwards; adding it twice while it waits runs it once.
 */
export class KeyedQueue {
  readonly #work: (key: string, signal: AbortSignal) => Promise<void>;
  readonly #concurrency: number;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #onError: (key: string, error: unknown) => void;
  readonly #waiting = new Set<string>();
  readonly #running = new Set<string>();
  readonly #again = new Set<string>();
  readonly #idle: (() => void)[] = [];

  constructor(options: {
    concurrency: number;
    clock: Clock;
    signal: AbortSignal;
    work: (key: string, signal: AbortSignal) => Promise<void>;
    onError: (key: string, error: unknown) => void;
  }) {
    this.#work = options.work;
    this.#concurrency = options.concurrency;
    this.#clock = options.clock;
    this.#signal = options.signal;
    this.#onError = options.onError;
  }

  /** Keys that wait or run. */
  get depth(): number {
    return this.#waiting.size + this.#running.size;
  }

  add(key: string): void {
    if (this.#signal.aborted) return;
    if (this.#running.has(key)) this.#again.add(key);
    else this.#waiting.add(key);
    this.#pump();
  }

  addAfter(key: string, delayMs: number): void {
    void this.#clock.sleep(delayMs, this.#signal).then(
      () => this.add(key),
      () => undefined,
    );
  }

  /** Resolves when nothing waits or runs. */
  whenIdle(): Promise<void> {
    if (this.depth === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #pump(): void {
    while (this.#running.size < this.#concurrency) {
      const next = this.#waiting.values().next();
      if (next.done) break;
      this.#waiting.delete(next.value);
      this.#running.add(next.value);
      void this.#run(next.value);
    }
  }

  async #run(key: string): Promise<void> {
    try {
      await this.#work(key, this.#signal);
    } catch (error) {
      if (!this.#signal.aborted) this.#onError(key, error);
    }
    this.#running.delete(key);
    if (this.#again.delete(key)) this.#waiting.add(key);
    this.#pump();
    if (this.depth === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }
}
