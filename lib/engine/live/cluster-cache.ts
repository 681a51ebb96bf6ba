import type { LiveResource } from '@/lib/domain/live/live-resource';
import { formatResourceKey, type ResourceKey } from '@/lib/domain/resource/resource-key';
import { ResourceIndex } from './resource-index';
import { ClusterWatches, type ClusterState, type ClusterWatchesOptions } from './cluster-watches';

export interface ResourceChange {
  before: LiveResource | undefined;
  after: LiveResource | undefined;
}

export interface ClusterCacheOptions extends Omit<ClusterWatchesOptions, 'onList' | 'onChange'> {
  onChange: (change: ResourceChange) => void;
  onState: (state: ClusterState) => void;
}

/** One cluster's live objects, kept by list and watch, indexed by key, owner and Application. */
export class ClusterCache {
  readonly #index = new ResourceIndex();
  readonly #watches: ClusterWatches;
  readonly #onChange: (change: ResourceChange) => void;

  constructor(options: ClusterCacheOptions) {
    this.#onChange = options.onChange;
    this.#watches = new ClusterWatches({
      ...options,
      onList: (kind, resources) => {
        for (const change of this.#index.replaceKind(kind, resources)) options.onChange(change);
      },
      onChange: (type, resource) => {
        const change =
          type === 'DELETED'
            ? this.#index.remove(resource.key, resource.uid)
            : this.#index.putNewer(resource);
        if (change) options.onChange(change);
      },
    });
  }

  /** Resolves when every kind has been listed once, or has said why it cannot be. */
  start(signal: AbortSignal): Promise<void> {
    return this.#watches.start(signal);
  }

  get state(): ClusterState {
    return this.#watches.state;
  }

  /** Kinds as discovery last reported them, and the server's version. */
  get capabilities() {
    return this.#watches.capabilities;
  }

  get(key: ResourceKey): LiveResource | undefined {
    return this.#index.get(formatResourceKey(key));
  }

  /** Takes over what a write answered, so that a decision right after it does not read an older state. */
  observe(resource: LiveResource): void {
    const change = this.#index.putNewer(resource);
    // The watch brings the same version later, which is no change then.
    if (change) this.#onChange(change);
  }

  forget(key: ResourceKey): void {
    const change = this.#index.remove(key);
    if (change) this.#onChange(change);
  }

  tracked(): Iterable<LiveResource> {
    return this.#index.tracked();
  }

  trackedBy(instanceName: string): LiveResource[] {
    return this.#index.trackedBy(instanceName);
  }

  childrenOf(uid: string): LiveResource[] {
    return this.#index.childrenOf(uid);
  }

  inNamespace(namespace: string): LiveResource[] {
    return this.#index.inNamespace(namespace);
  }

  /** The topmost owner that is known; the resource itself where nobody owns it. */
  rootOf(resource: LiveResource): LiveResource {
    return this.#index.rootOf(resource);
  }

  get size(): number {
    return this.#index.size;
  }
}
