import type { ClusterState, EngineStatus } from '@/lib/contracts/platform/engine-status';
import type { ConnectionState, StreamMessage } from './stream-message';

/** What the freshness pill says. Times are milliseconds since the epoch. */
export interface Freshness {
  state: ConnectionState;
  /** Since when it is in this state. */
  since: number;
  /** When the last byte came; the data on screen is as old as this unless live. */
  lastDataAt: number | null;
  /** Clusters that the server itself does not see live. */
  quietClusters: ClusterState[];
  /** The server has read everything once. */
  loaded: boolean;
}

/** Store for `useSyncExternalStore`: one object per state, new only when it changed. */
export class FreshnessStore {
  #value: Freshness;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#value = { state: 'connecting', since: now(), lastDataAt: null, quietClusters: [], loaded: false };
  }

  readonly get = (): Freshness => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  receive(message: StreamMessage): void {
    if (message.type === 'state') {
      this.#set({ state: message.state, since: this.#now(), lastDataAt: message.lastDataAt });
    }
    if (message.type !== 'event') return;
    const { event } = message;
    // A tab that joins late hears events before it hears the state.
    if (this.#value.state === 'connecting')
      this.#set({ state: 'live', since: this.#now(), lastDataAt: this.#now() });
    if (event.type === 'hello' || event.type === 'engine.status') this.#readStatus(event.status);
  }

  #readStatus(status: EngineStatus): void {
    this.#set({
      loaded: status.loaded,
      quietClusters: status.clusters.filter((cluster) => cluster.state !== 'connected'),
    });
  }

  #set(change: Partial<Freshness>): void {
    this.#value = { ...this.#value, ...change };
    for (const listener of this.#listeners) listener();
  }
}
