import type { QueryClient } from '@tanstack/react-query';
import type { StreamEvent, Topic } from '@/lib/contracts/stream/stream-events';
import { sessionState } from '../api/session-state';
import { applyStreamEvent, readTopicsAnew } from './apply-stream-event';
import { FreshnessStore } from './freshness-store';
import { SharedStream } from './shared-stream';
import type { StreamMessage } from './stream-message';

/** Topics change in bursts when a page opens; one reconnect for all of them. */
const SETTLE_MS = 50;

/** The live side of one tab: who listens to what, how fresh it is, and the query cache that follows. */
export class LiveStream {
  readonly freshness = new FreshnessStore();
  readonly #client: QueryClient;
  readonly #wanted = new Map<symbol, readonly Topic[]>();
  readonly #listeners = new Set<(event: StreamEvent) => void>();
  #shared: SharedStream | undefined;
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  /** Returns what ends it. */
  start(): () => void {
    const retryWhenSeen = () => {
      if (document.visibilityState === 'visible') this.retryNow();
    };
    // A page in the back/forward cache must not hold the connection that other tabs need.
    const leave = () => this.#close();
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) this.#open();
    };
    window.addEventListener('online', this.retryNow);
    document.addEventListener('visibilitychange', retryWhenSeen);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    this.#open();
    return () => {
      window.removeEventListener('online', this.retryNow);
      document.removeEventListener('visibilitychange', retryWhenSeen);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
      this.#close();
    };
  }

  /** Follows topics until the returned function is called. */
  follow(topics: readonly Topic[]): () => void {
    const key = Symbol();
    this.#wanted.set(key, topics);
    this.#follow();
    return () => {
      this.#wanted.delete(key);
      this.#follow();
    };
  }

  /** Every event that arrives, after the cache has taken it in. */
  listen(listener: (event: StreamEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly retryNow = (): void => this.#shared?.retryNow();

  #open(): void {
    this.#shared ??= new SharedStream({
      tell: (message) => this.#receive(message),
      // Typed as always there; both are missing on insecure origins and in old browsers.
      locks: (navigator as { locks?: LockManager }).locks,
      channel:
        typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('promontory-stream'),
    });
    this.#shared.start();
    this.#follow();
  }

  #close(): void {
    this.#shared?.stop();
    this.#shared = undefined;
  }

  #follow(): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#shared?.follow([...this.#wanted.values()].flat()), SETTLE_MS);
  }

  #receive(message: StreamMessage): void {
    this.freshness.receive(message);
    if (message.type === 'opened') readTopicsAnew(this.#client, message.topics);
    if (message.type === 'state') sessionState.set(message.state === 'signed-out');
    if (message.type !== 'event') return;
    applyStreamEvent(this.#client, message.event);
    for (const listener of this.#listeners) listener(message.event);
  }
}
