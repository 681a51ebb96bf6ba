import { STALE_AFTER_MS, type StreamEvent, type Topic } from '@/lib/contracts/stream/stream-events';
import { EventStreamParser } from './parse-event-stream';
import { reconnectDelayMs } from './reconnect-delay';
import type { ConnectionState, StreamMessage } from './stream-message';

export interface StreamConnectionOptions {
  /** Opens `/api/stream`; tests give their own. */
  open: (topics: Topic[], lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>;
  tell: (message: StreamMessage) => void;
  random?: () => number;
  now?: () => number;
  /** Id of the last event that somebody has seen, to go on from there. */
  lastEventId?: string | undefined;
}

/** Reads the stream, reconnects for ever, and says how live it is. One per browser. */
export class StreamConnection {
  readonly #options: StreamConnectionOptions;
  #topics: Topic[] = [];
  #lastEventId: string | undefined;
  #lastDataAt: number | null = null;
  #attempt = 0;
  #state: ConnectionState = 'connecting';
  #current: AbortController | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #isStopped = true;

  constructor(options: StreamConnectionOptions) {
    this.#options = options;
    this.#lastEventId = options.lastEventId;
  }

  start(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#connect();
  }

  stop(): void {
    this.#isStopped = true;
    this.#current?.abort();
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
  }

  /** Reconnects when there are others; goes on after the last event. */
  follow(topics: Topic[]): void {
    const sorted = [...new Set(topics)].sort();
    if (sorted.join() === this.#topics.join()) return;
    this.#topics = sorted;
    if (!this.#isStopped) this.#connect();
  }

  /** Someone looks, or the network is back: do not wait for the next attempt. */
  retryNow(): void {
    if (this.#retry === undefined || this.#isStopped) return;
    this.#attempt = 0;
    this.#connect();
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#current?.abort();
    const abort = new AbortController();
    this.#current = abort;
    this.#watchSilence();
    const topics = this.#topics;
    this.#read(topics, abort.signal)
      .catch(() => undefined)
      .then(() => {
        if (this.#current === abort && !this.#isStopped && this.#state !== 'signed-out') this.#waitAndRetry();
      })
      .catch(() => undefined);
  }

  async #read(topics: Topic[], signal: AbortSignal): Promise<void> {
    const response = await this.#options.open(topics, this.#lastEventId, signal);
    if (response.status === 401) {
      this.#setState('signed-out');
      return;
    }
    if (!response.ok || !response.body) return;
    const parser = new EventStreamParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      this.#heard();
      for (const { id, data } of parser.push(value)) {
        if (id !== undefined) this.#lastEventId = id;
        this.#receive(JSON.parse(data) as StreamEvent, id);
      }
    }
  }

  #receive(event: StreamEvent, id: string | undefined): void {
    this.#options.tell({ type: 'event', id, event });
    // Without resumption everything is read anew anyway.
    if (event.type === 'hello' && event.resumed && event.cold.length > 0)
      this.#options.tell({ type: 'opened', topics: event.cold as Topic[] });
  }

  #heard(): void {
    this.#attempt = 0;
    this.#lastDataAt = (this.#options.now ?? Date.now)();
    this.#watchSilence();
    this.#setState('live');
  }

  /** A connection that says nothing for so long is dead, whatever TCP thinks. */
  #watchSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#setState('stale');
      this.#current?.abort();
      this.#waitAndRetry();
    }, STALE_AFTER_MS);
  }

  #waitAndRetry(): void {
    this.#current = undefined;
    clearTimeout(this.#retry);
    const delay = reconnectDelayMs(this.#attempt, (this.#options.random ?? Math.random)());
    this.#attempt += 1;
    this.#retry = setTimeout(() => this.#connect(), delay);
  }

  #setState(state: ConnectionState): void {
    const hasChanged = state !== this.#state;
    this.#state = state;
    if (hasChanged) this.#options.tell({ type: 'state', state, lastDataAt: this.#lastDataAt });
  }
}
