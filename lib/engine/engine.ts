import { setMaxListeners } from 'node:events';
import { applicationId, sourcesOf, type Application } from '@/lib/domain/application/application';
import { assessHealth, type HealthOptions } from '@/lib/domain/health/assess-health';
import type { LiveResource } from '@/lib/domain/live/live-resource';
import { normaliseGitUrl } from '@/lib/domain/project/url/normalise-git-url';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { parseInstanceName } from '@/lib/domain/tracking/application-names';
import { ApplicationSetController } from './appset/application-set-controller';
import { ApplicationWriter } from './control/application-writer';
import { ClusterConnections } from './control/cluster-connections';
import { ControlPlane } from './control/control-plane';
import type { ClusterSecret } from './control/registry-secret';
import { credentialsFrom } from './control/repository-credentials';
import type { EngineContext } from './engine-context';
import type { EngineNotice, NoticeListener } from './engine-event';
import type { ResourceChange } from './live/cluster-cache';
import { ownerNamesOf } from './live/resource-index';
import type { Clock } from './ports/clock';
import type { ClusterClient } from './ports/cluster-client';
import type { JqEvaluator } from './ports/jq-evaluator';
import type { Ledger } from './ports/ledger';
import type { CredentialsFor, ManifestRenderer } from './ports/manifest-renderer';
import { ApplicationController } from './reconcile/application-controller';
import { DryRunCache } from './reconcile/compare-object';

export interface EngineOptions {
  local: ClusterClient;
  connect: (secret: ClusterSecret) => ClusterClient;
  createRenderer: (credentialsFor: CredentialsFor) => ManifestRenderer;
  ledger: Ledger;
  jq: JqEvaluator;
  clock: Clock;
  namespace: string;
  /** 0: no polling; refreshes are asked for. Milliseconds. */
  pollMs: number;
  healthOverride?: (object: KubernetesObject) => ReturnType<NonNullable<HealthOptions['override']>>;
  onError: (what: string, error: unknown) => void;
}

/** The GitOps engine: watches what is declared and what is live, compares, syncs, heals, deletes. One per process. */
export class Engine {
  readonly control: ControlPlane;
  readonly clusters: ClusterConnections;
  readonly applications: ApplicationController;
  readonly sets: ApplicationSetController;
  readonly context: EngineContext;
  readonly startedAt: Date;
  readonly #abort = new AbortController();
  readonly #listeners = new Set<NoticeListener>();
  readonly #missingKinds = new Map<string, string>();
  #isLoaded = false;

  constructor(options: EngineOptions) {
    const { clock, local, namespace, ledger, jq, onError } = options;
    const { signal } = this.#abort;
    this.startedAt = clock.now();
    // Every watch, operation and timer listens for the end of the engine.
    setMaxListeners(0, signal);
    const health: HealthOptions = {
      countsChildApplications: false,
      ...(options.healthOverride ? { override: options.healthOverride } : {}),
    };
    const assess = (object: KubernetesObject) => assessHealth(object, health);
    this.control = new ControlPlane({ client: local, namespace, clock, listener: this.#controlListener() });
    this.clusters = new ClusterConnections({
      local,
      connect: options.connect,
      clock,
      signal,
      settings: () => this.control.settings,
      assessHealth: assess,
      onChange: (server, change) => this.#onLiveChange(server, change),
      onState: () => this.#notify({ type: 'status' }),
    });
    this.context = {
      control: this.control,
      clusters: this.clusters,
      writer: new ApplicationWriter(this.control),
      renderer: options.createRenderer(credentialsFrom(() => this.control.registry, normaliseGitUrl)),
      ledger,
      jq,
      clock,
      signal,
      assessHealth: assess,
      dryRuns: new DryRunCache(),
      notify: (notice) => this.#notify(notice),
      onError,
    };
    this.applications = new ApplicationController({ context: this.context, pollMs: options.pollMs });
    this.sets = new ApplicationSetController({
      client: local,
      namespace,
      clock,
      signal,
      applications: () => this.control.applications(),
      onError: (name, error) => onError(`ApplicationSet ${name}`, error),
    });
  }

  /** Resolves when clusters, projects and applications have been read once. */
  async start(): Promise<void> {
    await this.#settleInterrupted();
    const { signal } = this.#abort;
    await Promise.all([this.control.start(signal), ...this.clusters.all().map((each) => each.ready)]);
    this.sets.start();
    this.#isLoaded = true;
    this.#notify({ type: 'status' });
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** What is still missing; '' when nothing is. */
  get loadingMessage(): string {
    const [missing] = this.#missingKinds.values();
    if (missing) return missing;
    return this.#isLoaded ? '' : 'Reading clusters and applications';
  }

  subscribe(listener: NoticeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops watching and running; operations go on with the next start. */
  async stop(): Promise<void> {
    this.#abort.abort(new Error('Promontory is stopping'));
    await this.applications.operations.settled();
    await this.context.jq.close();
  }

  /** Applications that use any of these repositories look at Git again. Returns how many. */
  repositoryPushed(matches: (repoUrl: string) => boolean): number {
    const affected = this.control
      .applications()
      .filter((app) => sourcesOf(app.spec).some((source) => matches(source.repoURL)));
    for (const app of affected) this.applications.request(applicationId(app), 'latest');
    return affected.length;
  }

  /** Operations that a crash left open in the ledger: those that their Application no longer runs were interrupted. */
  async #settleInterrupted(): Promise<void> {
    const { ledger, clock } = this.context;
    for (const record of await ledger.operations.unfinished()) {
      await ledger.operations.update(record.id, {
        phase: 'Interrupted',
        message: 'Promontory was stopped while this ran; what was left went on as a new entry.',
        finishedAt: clock.now(),
      });
    }
  }

  #controlListener() {
    return {
      onApplication: (id: string, before: Application | undefined, after: Application | undefined) => {
        this.applications.onApplication(id, before, after);
        this.sets.onApplication(after ?? before);
      },
      onProject: (name: string) => {
        for (const app of this.control.applications()) {
          if ((app.spec.project || 'default') === name)
            this.applications.request(applicationId(app), 'recent');
        }
      },
      onSettings: () => {
        if (!this.#isLoaded) return;
        for (const app of this.control.applications())
          this.applications.request(applicationId(app), 'recent');
      },
      onRegistry: () => {
        this.clusters.update(
          this.control.registry.flatMap((each) => (each.type === 'cluster' ? [each.cluster] : [])),
        );
        this.#notify({ type: 'status' });
      },
      onMissingKind: (kind: string, message: string | undefined) => {
        if (message === undefined) this.#missingKinds.delete(kind);
        else this.#missingKinds.set(kind, message);
        this.#notify({ type: 'status' });
      },
    };
  }

  #onLiveChange(server: string, change: ResourceChange): void {
    const resource = change.after ?? change.before;
    const cache = this.clusters.byServer(server)?.cache;
    if (!resource || !cache) return;
    const own = [change.before, change.after].flatMap((each) => (each ? ownerNamesOf(each) : []));
    if (own.length > 0) {
      for (const name of new Set(own)) this.applications.onLiveChange(this.#idOf(name), false);
      return;
    }
    const root: LiveResource = cache.rootOf(resource);
    for (const name of ownerNamesOf(root)) this.applications.onLiveChange(this.#idOf(name), true);
  }

  #idOf(instanceName: string): string {
    const { namespace, name } = parseInstanceName(instanceName, this.control.namespace);
    return `${namespace}/${name}`;
  }

  #notify(notice: EngineNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }
}
