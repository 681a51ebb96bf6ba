import { EventHistory } from './event-history';
import type { StoredObject, StoreEvent, StoreKey } from './stored-object';

export type StoreListener = (event: StoreEvent) => void;
export type WriteResult =
  | { outcome: 'written'; object: StoredObject }
  | { outcome: 'exists' | 'missing' }
  | { outcome: 'conflict'; current: StoredObject };

export interface StoreOptions {
  /** Where the counter starts. A time keeps versions of an earlier run below it, so that old watches get 410. */
  initialResourceVersion?: number;
  historyCapacity?: number;
}

/** etcd's part: objects by key under one resourceVersion counter, compare-and-swap writes, and a history of events. */
export class Store {
  readonly #buckets = new Map<string, Map<string, StoredObject>>();
  readonly #sorted = new Map<string, StoredObject[]>();
  readonly #listeners = new Set<StoreListener>();
  readonly #history: EventHistory;
  #resourceVersion: number;

  constructor(options: StoreOptions = {}) {
    this.#resourceVersion = options.initialResourceVersion ?? 1;
    this.#history = new EventHistory(options.historyCapacity ?? 20_000, this.#resourceVersion);
  }

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  get(key: StoreKey): StoredObject | undefined {
    return this.#buckets.get(key.resource)?.get(pathOf(key));
  }

  /** In order of namespace and name, as etcd lists keys. */
  list(resource: string, namespace?: string): readonly StoredObject[] {
    const all = this.#listAll(resource);
    return namespace ? all.filter((object) => object.metadata.namespace === namespace) : all;
  }

  create(key: StoreKey, object: StoredObject): WriteResult {
    if (this.get(key)) return { outcome: 'exists' };
    return { outcome: 'written', object: this.#put(key, object, undefined) };
  }

  /** Compare and swap: `expected` is the resourceVersion that the caller based its change on. */
  update(key: StoreKey, object: StoredObject, expected?: string): WriteResult {
    const current = this.get(key);
    if (!current) return { outcome: 'missing' };
    if (expected !== undefined && expected !== current.metadata.resourceVersion)
      return { outcome: 'conflict', current };
    return { outcome: 'written', object: this.#put(key, object, current) };
  }

  delete(key: StoreKey, expected?: string): WriteResult {
    const current = this.get(key);
    if (!current) return { outcome: 'missing' };
    if (expected !== undefined && expected !== current.metadata.resourceVersion)
      return { outcome: 'conflict', current };
    this.#buckets.get(key.resource)?.delete(pathOf(key));
    this.#sorted.delete(key.resource);
    const object = this.#stamp(current);
    this.#emit({ type: 'DELETED', key, resourceVersion: this.#resourceVersion, object, previous: current });
    return { outcome: 'written', object };
  }

  /** Listeners run synchronously in order of writes; a write made by one is seen by all after the present event. */
  watch(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Events of one resource after a version; undefined when the version is too old (410). */
  since(resource: string, resourceVersion: number): StoreEvent[] | undefined {
    return this.#history.since(resource, resourceVersion);
  }

  get oldestResumable(): number {
    return this.#history.oldestResumable;
  }

  compact(): void {
    this.#history.compact();
  }

  /** Names of the buckets that hold objects. */
  resources(): string[] {
    return [...this.#buckets].filter(([, objects]) => objects.size > 0).map(([resource]) => resource);
  }

  #listAll(resource: string): StoredObject[] {
    const known = this.#sorted.get(resource);
    if (known) return known;
    const entries = [...(this.#buckets.get(resource) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const objects = entries.map(([, object]) => object);
    this.#sorted.set(resource, objects);
    return objects;
  }

  #put(key: StoreKey, object: StoredObject, previous: StoredObject | undefined): StoredObject {
    const stamped = this.#stamp(object);
    let bucket = this.#buckets.get(key.resource);
    if (!bucket) this.#buckets.set(key.resource, (bucket = new Map<string, StoredObject>()));
    bucket.set(pathOf(key), stamped);
    this.#sorted.delete(key.resource);
    const type = previous ? 'MODIFIED' : 'ADDED';
    this.#emit({ type, key, resourceVersion: this.#resourceVersion, object: stamped, previous });
    return stamped;
  }

  #stamp(object: StoredObject): StoredObject {
    this.#resourceVersion += 1;
    return { ...object, metadata: { ...object.metadata, resourceVersion: String(this.#resourceVersion) } };
  }

  readonly #queue: StoreEvent[] = [];
  #isEmitting = false;

  #emit(event: StoreEvent): void {
    this.#history.append(event);
    this.#queue.push(event);
    if (this.#isEmitting) return;
    this.#isEmitting = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
        for (const listener of [...this.#listeners]) listener(next);
      }
    } finally {
      this.#isEmitting = false;
    }
  }
}

const pathOf = (key: StoreKey): string => `${key.namespace}/${key.name}`;
