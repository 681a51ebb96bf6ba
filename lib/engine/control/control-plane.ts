import { applicationId, type Application } from '@/lib/domain/application/application';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ArgoSettings } from '@/lib/domain/settings/argo-settings';
import { parseArgoSettings } from '@/lib/domain/settings/parse-argo-settings';
import { watchKind, type WatchedKind } from '../live/watch-kind';
import type { Clock } from '../ports/clock';
import type { ClusterClient } from '../ports/cluster-client';
import { ObjectStore, type StoreChange } from './object-store';
import { readSecret, type RegistrySecret } from './registry-secret';

const ARGO = 'argoproj.io/v1alpha1';
const SECRET_TYPE_LABEL = 'argocd.argoproj.io/secret-type';
const CRD_RETRY_MS = 2_000;

export interface ControlPlaneListener {
  onApplication: (id: string, before: Application | undefined, after: Application | undefined) => void;
  onProject: (name: string) => void;
  onSettings: () => void;
  /** A cluster or repository Secret changed. */
  onRegistry: () => void;
  /** A kind that the engine needs is not served yet; undefined once it is. */
  onMissingKind: (kind: string, message: string | undefined) => void;
}

/** What the control-plane namespace declares: Applications, projects, settings, clusters and repositories. */
export class ControlPlane {
  readonly client: ClusterClient;
  readonly namespace: string;
  readonly #clock: Clock;
  readonly #listener: ControlPlaneListener;
  readonly #applications = new ObjectStore<Application>();
  readonly #projects = new ObjectStore<AppProject>();
  readonly #config = new ObjectStore();
  readonly #secrets = new ObjectStore();
  #settings: ArgoSettings = parseArgoSettings({});
  #registry: RegistrySecret[] = [];

  constructor(options: {
    client: ClusterClient;
    namespace: string;
    clock: Clock;
    listener: ControlPlaneListener;
  }) {
    this.client = options.client;
    this.namespace = options.namespace;
    this.#clock = options.clock;
    this.#listener = options.listener;
  }

  /** Resolves when every kind has been listed once. */
  async start(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#follow(signal, { apiVersion: 'v1', kind: 'ConfigMap' }, this.#config, {}, () =>
        this.#readSettings(),
      ),
      this.#follow(
        signal,
        { apiVersion: 'v1', kind: 'Secret' },
        this.#secrets,
        { labelSelector: SECRET_TYPE_LABEL },
        () => this.#readRegistry(),
      ),
      this.#follow(signal, { apiVersion: ARGO, kind: 'AppProject' }, this.#projects, {}, (_, after, before) =>
        this.#listener.onProject((after ?? before)?.metadata.name ?? ''),
      ),
    ]);
    await this.#follow(
      signal,
      { apiVersion: ARGO, kind: 'Application' },
      this.#applications,
      {},
      (id, after, before) => {
        this.#listener.onApplication(id, before, after);
      },
    );
  }

  application(id: string): Application | undefined {
    return this.#applications.get(id);
  }

  applications(): Application[] {
    return this.#applications.values();
  }

  project(name: string): AppProject | undefined {
    return this.#projects.get(`${this.namespace}/${name}`);
  }

  projects(): AppProject[] {
    return this.#projects.values();
  }

  get settings(): ArgoSettings {
    return this.#settings;
  }

  /** Cluster, repository and repo-creds Secrets, decoded. */
  get registry(): RegistrySecret[] {
    return this.#registry;
  }

  configMap(name: string): Record<string, string> {
    const map = this.#config.get(`${this.namespace}/${name}`);
    return (map?.data ?? {}) as Record<string, string>;
  }

  /** Takes over the answer to a write of ours, so that no decision is made on an older state. */
  observe(app: Application): void {
    const change = this.#applications.putNewer(applicationId(app), app);
    // The watch brings the same version later and tells nothing: who listens has to hear of it here.
    if (change) this.#listener.onApplication(change.id, change.before, change.after);
  }

  #readSettings(): void {
    this.#settings = parseArgoSettings(this.configMap('argocd-cm'));
    this.#listener.onSettings();
  }

  #readRegistry(): void {
    this.#registry = this.#secrets.values().flatMap((secret) => readSecret(secret) ?? []);
    this.#listener.onRegistry();
  }

  #follow<T extends Pick<KubernetesObject, 'metadata'>>(
    signal: AbortSignal,
    kind: WatchedKind,
    store: ObjectStore<T>,
    options: { labelSelector?: string },
    onChange: (id: string, after: T | undefined, before: T | undefined) => void,
  ): Promise<void> {
    const tell = (changes: StoreChange<T>[]) => {
      for (const { id, before, after } of changes) onChange(id, after, before);
    };
    // List items carry no apiVersion and kind; the CRD's schema vouches for the rest.
    const typed = (object: KubernetesObject) => ({ ...object, ...kind }) as unknown as T;
    return new Promise((listed) => {
      const run = () =>
        watchKind({
          client: this.client,
          clock: this.#clock,
          kind,
          signal,
          namespace: this.namespace,
          ...options,
          onList: (items) => {
            this.#listener.onMissingKind(kind.kind, undefined);
            tell(store.replace(items.map(typed)));
            listed();
          },
          onChange: (type, object) => tell(store.change(type, typed(object))),
        });
      void this.#untilAborted(signal, kind, run).finally(listed);
    });
  }

  /** The watch ends when the kind is not served: its CRD may be installed later. */
  async #untilAborted(signal: AbortSignal, kind: WatchedKind, run: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      await run();
      if (isAborted(signal)) return;
      this.#listener.onMissingKind(
        kind.kind,
        `The cluster does not serve ${kind.kind} (${kind.apiVersion}); install Argo CD's CRDs.`,
      );
      await this.#clock.sleep(CRD_RETRY_MS, signal).catch(() => undefined);
      this.client.invalidateDiscovery();
    }
  }
}

/** A call, as the type checker takes a property for unchanged across awaits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
