import { projectLiveResource, type ProjectionSettings } from '@/lib/domain/live/project-live-resource';
import type { LiveResource } from '@/lib/domain/live/live-resource';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ApiResource, ClusterClient } from '../ports/cluster-client';
import type { Clock } from '../ports/clock';
import { backoffDelayMs } from './backoff';
import { watchKind, type WatchState } from './watch-kind';

export interface ClusterState {
  state: 'connecting' | 'connected' | 'reconnecting' | 'stale';
  since: Date;
  message: string;
}

export interface Capabilities {
  kubeVersion: string;
  resources: ApiResource[];
}

export interface ClusterWatchesOptions {
  client: ClusterClient;
  clock: Clock;
  /** Read anew for each object, so that changed settings take effect. */
  projection: () => ProjectionSettings;
  isExcluded: (kind: { group: string; kind: string }) => boolean;
  /** Empty: all namespaces. */
  namespaces: string[];
  onList: (kind: string, resources: LiveResource[]) => void;
  onChange: (type: 'ADDED' | 'MODIFIED' | 'DELETED', resource: LiveResource) => void;
  onState: (state: ClusterState) => void;
  onCapabilities?: (capabilities: Capabilities) => void;
}

/** Silence after which data counts as stale. Milliseconds. */
const STALE_AFTER_MS = 30_000;
const REDISCOVER = new Set([
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
]);

interface RunningWatch {
  abort: AbortController;
  state: WatchState | undefined;
}

/** Keeps one watch per served kind; new and vanished CRDs start and stop theirs. */
export class ClusterWatches {
  readonly #options: ClusterWatchesOptions;
  readonly #running = new Map<string, RunningWatch>();
  #signal: AbortSignal | undefined;
  #isRediscovering = false;
  #rediscoverAgain = false;
  capabilities: Capabilities = { kubeVersion: '', resources: [] };
  state: ClusterState;

  constructor(options: ClusterWatchesOptions) {
    this.#options = options;
    this.state = { state: 'connecting', since: options.clock.now(), message: '' };
  }

  async start(signal: AbortSignal): Promise<void> {
    this.#signal = signal;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await this.#synchronise(signal);
        return;
      } catch (error) {
        this.#report(false, messageOf(error));
        await this.#options.clock
          .sleep(backoffDelayMs(attempt, { baseMs: 1000, maxMs: 30_000 }, Math.random()), signal)
          .catch(() => undefined);
      }
    }
  }

  /** Discovers kinds, starts what is new, stops what is gone; resolves when the new ones are listed. */
  async #synchronise(signal: AbortSignal): Promise<void> {
    const { client, onCapabilities } = this.#options;
    client.invalidateDiscovery();
    const [resources, version] = await Promise.all([client.discover(signal), client.version(signal)]);
    this.capabilities = { kubeVersion: version.gitVersion, resources };
    onCapabilities?.(this.capabilities);
    const wanted = this.#watchable(resources);
    for (const [id, watch] of this.#running) {
      if (wanted.has(id)) continue;
      watch.abort.abort();
      this.#running.delete(id);
      this.#options.onList(groupKindOf(id), []);
    }
    const started = [...wanted].filter(([id]) => !this.#running.has(id));
    await Promise.all(started.flatMap(([id, resource]) => this.#startKind(id, resource, signal)));
    this.#summarise();
  }

  #watchable(resources: ApiResource[]): Map<string, ApiResource> {
    const { namespaces, isExcluded } = this.#options;
    const wanted = new Map<string, ApiResource>();
    const seen = new Set<string>();
    for (const resource of resources) {
      const groupKind = `${resource.group}/${resource.kind}`;
      const canWatch = resource.verbs.includes('list') && resource.verbs.includes('watch');
      // Discovery lists the preferred version first.
      if (!canWatch || seen.has(groupKind) || isExcluded(resource)) continue;
      if (namespaces.length > 0 && !resource.namespaced) continue;
      seen.add(groupKind);
      const scopes = resource.namespaced && namespaces.length > 0 ? namespaces : [''];
      for (const scope of scopes) wanted.set(`${groupKind}@${resource.version}@${scope}`, resource);
    }
    return wanted;
  }

  #startKind(id: string, resource: ApiResource, parent: AbortSignal): Promise<void>[] {
    const abort = new AbortController();
    const running: RunningWatch = { abort, state: undefined };
    this.#running.set(id, running);
    const signal = AbortSignal.any([parent, abort.signal]);
    const namespace = id.split('@')[2] ?? '';
    const apiVersion = resource.group ? `${resource.group}/${resource.version}` : resource.version;
    const kind = { apiVersion, kind: resource.kind };
    return [
      new Promise<void>((listed) => {
        const ended = watchKind({
          client: this.#options.client,
          clock: this.#options.clock,
          kind,
          signal,
          ...(namespace ? { namespace } : {}),
          onList: (items) => {
            this.#options.onList(
              groupKindOf(id),
              items.map((item) => this.#project(item, kind)),
            );
            listed();
          },
          onChange: (type, object) => {
            this.#options.onChange(type, this.#project(object, kind));
            if (REDISCOVER.has(groupKindOf(id))) this.#scheduleRediscovery();
          },
          onState: (state) => {
            running.state = state;
            if (!state.connected) listed();
            this.#summarise();
          },
        });
        void ended.finally(listed);
      }),
    ];
  }

  /** List items carry no apiVersion and kind of their own. */
  #project(object: KubernetesObject, kind: { apiVersion: string; kind: string }): LiveResource {
    return projectLiveResource({ ...object, ...kind }, this.#options.projection());
  }

  #scheduleRediscovery(): void {
    this.#rediscoverAgain = true;
    if (!this.#isRediscovering) void this.#rediscover();
  }

  async #rediscover(): Promise<void> {
    const signal = this.#signal;
    if (!signal) return;
    this.#isRediscovering = true;
    while (this.#rediscoverAgain && !signal.aborted) {
      this.#rediscoverAgain = false;
      await this.#options.clock.sleep(200, signal).catch(() => undefined);
      // A failure here heals with the next change; the watches themselves report the cluster's state.
      await this.#synchronise(signal).catch(() => undefined);
    }
    this.#isRediscovering = false;
  }

  #summarise(): void {
    const states = [...this.#running.values()].map((each) => each.state);
    const broken = states.filter((state) => state?.connected === false);
    if (broken.length === 0) this.#report(true, '');
    else this.#report(false, messageOf(broken[0]?.error));
  }

  #report(connected: boolean, message: string): void {
    const now = this.#options.clock.now();
    const isStale =
      !connected &&
      this.state.state !== 'connected' &&
      now.getTime() - this.state.since.getTime() > STALE_AFTER_MS;
    const state = connected
      ? 'connected'
      : isStale
        ? 'stale'
        : this.state.state === 'connecting'
          ? 'connecting'
          : 'reconnecting';
    if (state === this.state.state && message === this.state.message) return;
    this.state = { state, since: state === this.state.state || isStale ? this.state.since : now, message };
    this.#options.onState(this.state);
  }
}

const groupKindOf = (id: string): string => id.split('@')[0] ?? id;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
