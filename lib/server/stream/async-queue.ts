/** Values from whoever pushes to one reader who iterates; ends with `close` or the signal. */
export class AsyncQueue<T> implements AsyncIterable<T> {
  readonly #items: T[] = [];
  readonly #limit: number;
  readonly #onOverflow: (() => T) | undefined;
  #wake: (() => void) | undefined;
  #isClosed = false;

  /** Closed by the signal. Beyond `limit` unread values all are dropped for the one that `onOverflow` gives. */
  constructor(signal: AbortSignal, limit = Infinity, onOverflow?: () => T) {
    this.#limit = limit;
    this.#onOverflow = onOverflow;
    if (signal.aborted) this.#isClosed = true;
    else signal.addEventListener('abort', () => this.close(), { once: true });
  }

  push(item: T): void {
    if (this.#isClosed) return;
    this.#items.push(item);
    if (this.#items.length > this.#limit && this.#onOverflow)
      this.#items.splice(0, Infinity, this.#onOverflow());
    this.#wake?.();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      while (this.#items.length > 0) yield this.#items.shift() as T;
      if (this.#isClosed) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
