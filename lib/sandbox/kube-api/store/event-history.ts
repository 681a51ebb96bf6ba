import type { StoreEvent } from './stored-object';

/** The latest events of all resources, for resuming watches; older ones are forgotten, which clients see as 410. */
export class EventHistory {
  readonly #capacity: number;
  #events: StoreEvent[] = [];
  /** The newest resourceVersion that can no longer be replayed. */
  #forgottenUpTo: number;

  constructor(capacity: number, start: number) {
    this.#capacity = capacity;
    this.#forgottenUpTo = start;
  }

  get oldestResumable(): number {
    return this.#forgottenUpTo;
  }

  append(event: StoreEvent): void {
    this.#events.push(event);
    // Trimmed in chunks, so that an append stays cheap.
    if (this.#events.length >= this.#capacity * 2) this.#trim(this.#capacity);
  }

  /** Events of one resource after `resourceVersion`, or undefined when some of them are forgotten. */
  since(resource: string, resourceVersion: number): StoreEvent[] | undefined {
    if (resourceVersion < this.#forgottenUpTo) return undefined;
    return this.#events
      .slice(this.#indexAfter(resourceVersion))
      .filter((event) => event.key.resource === resource);
  }

  /** Forgets everything, as etcd's compaction does. */
  compact(): void {
    this.#trim(0);
  }

  #trim(keep: number): void {
    const dropped = this.#events.length - keep;
    const last = this.#events[dropped - 1];
    if (!last) return;
    this.#forgottenUpTo = last.resourceVersion;
    this.#events = this.#events.slice(dropped);
  }

  #indexAfter(resourceVersion: number): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.resourceVersion ?? 0) <= resourceVersion) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
