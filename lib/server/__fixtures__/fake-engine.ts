import type { Application } from '@/lib/domain/application/application';
import type { ResourceNode, ResourceTree } from '@/lib/contracts/resource/resource-tree';
import type { ApplicationFacts, EngineEvent, EngineView, SyncAnswer, SyncCommand } from '../engine-port';

export const OPEN_WINDOW = { open: true, manualOpen: true, reason: '', until: null };
const SERVER = 'https://kubernetes.default.svc';

export function application(
  name: string,
  change: Partial<Omit<Application, 'metadata'>> & {
    project?: string;
    metadata?: Partial<Application['metadata']>;
  } = {},
): Application {
  const { project = 'default', metadata, ...rest } = change;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    spec: {
      project,
      destination: { server: SERVER, namespace: 'web' },
      source: {
        repoURL: 'https://git.example/shop.git',
        path: `envs/dev/${name}`,
        targetRevision: 'main',
      },
    },
    status: { sync: { status: 'Synced', revision: 'a'.repeat(40) }, health: { status: 'Healthy' } },
    ...rest,
    metadata: { namespace: 'argocd', uid: `uid-${name}`, resourceVersion: '1', ...metadata, name },
  };
}

export function node(name: string, change: Partial<ResourceNode> = {}): ResourceNode {
  return {
    id: `apps/Deployment/web/${name}`,
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    namespace: 'web',
    name,
    uid: `uid-${name}`,
    parentRefs: [],
    resourceVersion: '1',
    images: [],
    info: [],
    sync: 'Synced',
    managed: true,
    wave: 0,
    hook: null,
    requiresPruning: false,
    ready: null,
    restarts: null,
    state: null,
    deletedAt: null,
    child: null,
    ...change,
  };
}

/** An engine in memory: tests put Applications in, decide its answers, and emit its events. */
export class FakeEngine implements EngineView {
  readonly controlPlane = { cluster: 'in-cluster', namespace: 'argocd' };
  readonly facts = new Map<string, ApplicationFacts>();
  readonly trees = new Map<string, ResourceNode[]>();
  readonly commands: SyncCommand[] = [];
  readonly pushes: { urls: string[]; ref: string; paths: string[] | null }[] = [];
  readonly refreshed: string[] = [];
  secret = '';
  loaded = true;
  isRunning = false;
  problems: { field: string; message: string }[] = [];
  answer: ((app: Application) => SyncAnswer) | undefined;
  readonly #listeners = new Set<(event: EngineEvent) => void>();

  put(app: Application, change: Partial<ApplicationFacts> = {}): Application {
    this.facts.set(`${app.metadata.namespace}/${app.metadata.name}`, {
      application: app,
      destinationCluster: 'in-cluster',
      destinationServer: SERVER,
      driftSince: null,
      window: OPEN_WINDOW,
      autoSyncBlockedBy: null,
      ...change,
    });
    return app;
  }

  emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  status = () => ({
    loaded: this.loaded,
    message: this.loaded ? '' : 'Reading clusters.',
    clusters: [
      { server: SERVER, name: 'in-cluster', state: 'connected' as const, since: '2026-11-24T12:00:00Z', message: '' },
    ],
    startedAt: '2026-11-24T12:00:00Z',
  });
  applications = () => [...this.facts.values()];
  application = (ref: { namespace: string; name: string }) => this.facts.get(`${ref.namespace}/${ref.name}`);
  tree = (ref: { namespace: string; name: string }): Promise<ResourceTree | undefined> => {
    const nodes = this.trees.get(ref.name) ?? [];
    return Promise.resolve(this.application(ref) && { nodes, orphanedNodes: [], hosts: [] });
  };
  managedResources = () => Promise.resolve([]);
  diff = () => Promise.resolve({ revisions: [], comparedAt: null, resources: [] });
  manifests = () => Promise.resolve({ manifests: [], namespace: '', server: '', revision: '', sourceType: '' });
  revisionMetadata = (_: object, revision: string) =>
    Promise.resolve(
      revision === 'unknown' ? undefined : { author: 'Ada', date: '2026-11-24T12:00:00Z', message: 'x', tags: [] },
    );
  planSync = (ref: { namespace: string; name: string }) =>
    Promise.resolve({
      digest: '1f2e3d4c',
      application: { cluster: 'in-cluster', namespace: ref.namespace, name: ref.name },
      revisions: [],
      computedAt: '2026-11-24T12:00:00Z',
      prune: false,
      syncOptions: [],
      phases: [],
      counts: { create: 0, update: 0, unchanged: 0, prune: 0, hook: 0, skip: 0 },
      warnings: [],
      window: OPEN_WINDOW,
    });
  requestSync = (ref: { namespace: string; name: string }, command: SyncCommand): Promise<SyncAnswer> => {
    this.commands.push(command);
    const app = this.application(ref)?.application;
    if (!app) throw new Error('unknown application');
    return Promise.resolve(this.answer?.(app) ?? { type: 'accepted', application: app, operationId: 'op-1' });
  };
  terminate = () => Promise.resolve(this.isRunning);
  refresh = (ref: { name: string }, kind: string) => {
    this.refreshed.push(`${ref.name} ${kind}`);
    return Promise.resolve();
  };
  createApplication = (app: Application) => Promise.resolve(this.put(app));
  updateApplication = (app: Application) => Promise.resolve(this.put(app));
  patchApplication = (ref: { namespace: string; name: string }) => {
    const app = this.application(ref)?.application;
    if (!app) throw new Error('unknown application');
    return Promise.resolve(app);
  };
  deleteApplication = (ref: { namespace: string; name: string }) => {
    this.facts.delete(`${ref.namespace}/${ref.name}`);
    return Promise.resolve();
  };
  validateApplication = () => Promise.resolve(this.problems);
  getResource = (_: object, resource: { name: string }) =>
    Promise.resolve(
      resource.name === 'web'
        ? { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'web' } }
        : undefined,
    );
  patchResource = this.getResource;
  deleteResource = (_: object, resource: { name: string }) => Promise.resolve(resource.name === 'web');
  listActions = () => Promise.resolve([{ name: 'restart', displayName: 'Restart', disabled: false }]);
  runAction = (_: object, resource: { name: string }): Promise<true | undefined> =>
    Promise.resolve(resource.name === 'web' ? true : undefined);
  events = () => Promise.resolve([]);
  logs = async function* () {
    for (const content of ['one', 'two'])
      yield await Promise.resolve({ content, timeStamp: null, timeStampStr: '', podName: 'web-1', last: false });
  };
  windowRules = () => [];
  allWindowRules = () => [];
  clusters = () => [];
  projects = () => [];
  repositories = () => [];
  repositoryPushed = (push: { urls: string[]; ref: string; paths: string[] | null }) => {
    this.pushes.push(push);
    return 1;
  };
  webhookSecret = () => this.secret;
  subscribe = (listener: (event: EngineEvent) => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}
