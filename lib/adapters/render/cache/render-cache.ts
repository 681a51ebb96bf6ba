import { AdapterError } from '@/lib/engine/ports/adapter-error';

interface Kept {
  /** Serialised: callers get objects of their own, and the size is known. */
  text: string;
  bytes: number;
}

interface Failed {
  error: AdapterError;
  until: number;
}

interface Flight {
  promise: Promise<string>;
  waiting: number;
  controller: AbortController;
}

/** Milliseconds for which a source that cannot be rendered is not tried again. */
const FAILURE_MS = 60_000;

/** Renderings by what they read: at most `maxBytes` kept, least recently used first out; equal work is done once. */
export class RenderCache<T> {
  readonly #maxBytes: number;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #failed = new Map<string, Failed>();
  readonly #flights = new Map<string, Flight>();
  #bytes = 0;

  constructor(maxBytes: number, now: () => number = Date.now) {
    this.#maxBytes = maxBytes;
    this.#now = now;
  }

  /** The work is aborted when all who wait for it have gone. */
  async get(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return JSON.parse(kept.text) as T;
    }
    const failed = this.#failed.get(key);
    if (failed && failed.until > this.#now()) throw failed.error;
    this.#failed.delete(key);
    return JSON.parse(await this.#join(key, signal, work)) as T;
  }

  async #join(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<string> {
    signal?.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#start(key, work);
    flight.waiting++;
    return new Promise<string>((resolve, reject) => {
      const leave = () => {
        signal?.removeEventListener('abort', abort);
        flight.waiting--;
      };
      const abort = () => {
        leave();
        if (flight.waiting === 0) {
          this.#flights.delete(key);
          flight.controller.abort(signal?.reason);
        }
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort, { once: true });
      flight.promise.then(
        (text) => {
          leave();
          resolve(text);
        },
        (error: unknown) => {
          leave();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight {
    const controller = new AbortController();
    const promise = work(controller.signal)
      .then((value) => {
        const text = JSON.stringify(value);
        this.#keep(key, text);
        return text;
      })
      .catch((error: unknown) => {
        if (error instanceof AdapterError && error.retry === 'terminal') this.#remember(key, error);
        throw error;
      })
      .finally(() => {
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
      });
    const flight: Flight = { promise, waiting: 0, controller };
    this.#flights.set(key, flight);
    return flight;
  }

  #remember(key: string, error: AdapterError): void {
    if (this.#failed.size > 1_000) this.#failed.clear();
    this.#failed.set(key, { error, until: this.#now() + FAILURE_MS });
  }

  #keep(key: string, text: string): void {
    const bytes = text.length * 2 + key.length * 2;
    if (bytes > this.#maxBytes) return;
    this.#kept.set(key, { text, bytes });
    this.#bytes += bytes;
    for (const [oldest, each] of this.#kept) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= each.bytes;
    }
  }
}
