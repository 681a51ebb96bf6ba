import type { EngineStatus } from '@/lib/contracts/platform/engine-status';
import type { Application } from '@/lib/domain/application/application';
import { sourcesOf } from '@/lib/domain/application/application';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { maskObject } from '@/lib/domain/redact/create-masker';
import type { Engine } from '@/lib/engine/engine';
import type { GitRepositories } from '@/lib/engine/ports/git-repository';
import { checkSpec, evaluateApplication } from '@/lib/engine/reconcile/evaluate-application';
import { effectiveProject } from '@/lib/engine/reconcile/project-rules';
import { evaluateWindows } from '@/lib/domain/window/decision/evaluate-windows';
import { windowSubject } from '@/lib/engine/operation/create-window-gate';
import type { AppRef, EngineView, PlanRequest, SyncCommand } from '../engine-port';
import { factsOf, windowRulesOf, windowVerdictOf } from './application-facts';
import { controlPlaneName, diffOf, managedOf, treeOf } from './comparison-views';
import { eventsFrom } from './engine-events';
import { clusterViews, repositoryViews } from './platform-views';
import { planOf } from './plan-view';
import { ResourceAccess } from './resource-access';

const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';
const idOf = (ref: AppRef): string => `${ref.namespace}/${ref.name}`;
const referenceOf = (ref: AppRef) => ({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', ...ref });

export interface EngineViewOptions {
  engine: Engine;
  repositories: GitRepositories;
  webhookSecret: (provider: string) => string;
  matchesPush: (repoUrl: string, urls: string[]) => boolean;
}

/** The engine as the API's services see it. */
export function createEngineView(options: EngineViewOptions): EngineView {
  const { engine } = options;
  const { control } = engine;
  return {
    controlPlane: { cluster: controlPlaneName(engine), namespace: control.namespace },
    status: () => statusOf(engine),
    ...applicationReads(options),
    ...operationCalls(engine),
    ...applicationWrites(engine),
    ...resourceCalls(engine),
    windowRules: (ref, from, until) =>
      windowRulesFor(
        control.application(idOf(ref)),
        { from, until, now: engine.context.clock.now() },
        engine,
      ),
    allWindowRules: (from, until) =>
      control
        .projects()
        .flatMap((project) => windowRulesOf(project, { from, until, now: engine.context.clock.now() })),
    clusters: () => clusterViews(engine),
    projects: () => control.projects(),
    repositories: () => repositoryViews(engine),
    repositoryPushed: ({ urls }) => engine.repositoryPushed((repoUrl) => options.matchesPush(repoUrl, urls)),
    webhookSecret: options.webhookSecret,
    subscribe: (listener) => eventsFrom(engine, listener),
  };
}

type Reads = Pick<
  EngineView,
  'applications' | 'application' | 'tree' | 'managedResources' | 'diff' | 'manifests' | 'revisionMetadata'
>;

function applicationReads(options: EngineViewOptions): Reads {
  const { engine } = options;
  const { control } = engine;
  const app = (ref: AppRef) => control.application(idOf(ref));
  const comparison = (ref: AppRef) => engine.applications.memory(idOf(ref)).comparison;
  const annotations = () => control.settings.sensitiveMaskAnnotations;
  return {
    applications: () => control.applications().map((each) => factsOf(each, engine)),
    application: (ref) => {
      const found = app(ref);
      return found && factsOf(found, engine);
    },
    tree: (ref) => Promise.resolve(app(ref) && treeOrEmpty(comparison(ref), engine)),
    managedResources: (ref) => Promise.resolve(app(ref) && managedOrEmpty(comparison(ref), annotations())),
    diff: (ref) => Promise.resolve(diffOrEmpty(app(ref), comparison(ref), annotations())),
    manifests: (ref, revision) => manifestsOf(app(ref), revision, engine),
    revisionMetadata: (ref, revision, index) => metadataOf(app(ref), revision, index, options),
  };
}

function operationCalls(
  engine: Engine,
): Pick<EngineView, 'planSync' | 'requestSync' | 'terminate' | 'refresh'> {
  const { control, context } = engine;
  return {
    planSync: async (ref, request) => {
      const found = control.application(idOf(ref));
      return found && planOf(found, request, engine);
    },
    requestSync: (ref, command) => requestSync(ref, command, engine),
    terminate: async (ref) => {
      const phase = control.application(idOf(ref))?.status?.operationState?.phase;
      if (phase !== 'Running' && phase !== 'Terminating') return false;
      await context.writer.patch(
        idOf(ref),
        { status: { operationState: { phase: 'Terminating' } } },
        context.signal,
      );
      engine.applications.wake(idOf(ref));
      return true;
    },
    refresh: (ref, kind) =>
      engine.applications.requestAndWait(idOf(ref), kind === 'hard' ? 'hard' : 'latest'),
  };
}

type Writes = Pick<
  EngineView,
  'createApplication' | 'updateApplication' | 'patchApplication' | 'deleteApplication' | 'validateApplication'
>;

function applicationWrites(engine: Engine): Writes {
  const { control, context } = engine;
  const write = async (promise: Promise<KubernetesObject>): Promise<Application> => {
    const written = (await promise) as unknown as Application;
    control.observe(written);
    return written;
  };
  return {
    createApplication: (application) =>
      write(control.client.create(application as unknown as KubernetesObject)),
    updateApplication: (application) =>
      write(control.client.replace(application as unknown as KubernetesObject)),
    patchApplication: (ref, type, patch) => write(control.client.patch(referenceOf(ref), type, patch)),
    deleteApplication: async (ref, { cascade, propagation }) => {
      const found = control.application(idOf(ref));
      if (!found) return;
      const kept = (found.metadata.finalizers ?? []).filter((each) => !each.startsWith(RESOURCES_FINALIZER));
      const own = propagation === 'background' ? `${RESOURCES_FINALIZER}/background` : RESOURCES_FINALIZER;
      const finalizers = cascade ? [...kept, own] : kept;
      await context.writer.patch(
        idOf(ref),
        { metadata: { finalizers: finalizers.length > 0 ? finalizers : null } },
        context.signal,
      );
      await control.client.delete(referenceOf(ref));
    },
    validateApplication: (application) => {
      const checked = checkSpec(application, engine);
      return Promise.resolve(
        checked.ok ? [] : checked.messages.map((message) => ({ field: 'spec', message })),
      );
    },
  };
}

type ResourceCalls = Pick<
  EngineView,
  'getResource' | 'patchResource' | 'deleteResource' | 'listActions' | 'runAction' | 'events' | 'logs'
>;

function resourceCalls(engine: Engine): ResourceCalls {
  const resources = new ResourceAccess(engine);
  return {
    getResource: (ref, address) => resources.get(ref, address),
    patchResource: (ref, address, type, patch) => resources.patch(ref, address, type, patch),
    deleteResource: (ref, address, how) => resources.delete(ref, address, how),
    listActions: (ref, address) => resources.actions(ref, address),
    runAction: (ref, address, action, parameters) => resources.run(ref, address, action, parameters),
    events: async (ref, resource) => {
      const found = engine.control.application(idOf(ref));
      return found && resources.events(found, resource);
    },
    logs: (ref, request, signal) => resources.logs(ref, request, signal),
  };
}

function statusOf(engine: Engine): EngineStatus {
  return {
    loaded: engine.isLoaded,
    message: engine.loadingMessage,
    clusters: engine.clusters.all().map(({ server, name, cache }) => ({
      server,
      name,
      ...cache.state,
      since: cache.state.since.toISOString(),
    })),
    startedAt: engine.startedAt.toISOString(),
  };
}

type Known = ReturnType<Engine['applications']['memory']>['comparison'];

function treeOrEmpty(comparison: Known, engine: Engine) {
  return comparison ? treeOf(comparison, engine) : { nodes: [], orphanedNodes: [], hosts: [] };
}

function managedOrEmpty(comparison: Known, annotations: readonly string[]) {
  return comparison ? managedOf(comparison, annotations) : [];
}

function diffOrEmpty(app: Application | undefined, comparison: Known, annotations: readonly string[]) {
  if (!app) return undefined;
  if (!comparison) return { revisions: [], comparedAt: null, resources: [] };
  const result = app.status?.operationState?.syncResult;
  const deployed = result?.revisions ?? (result?.revision ? [result.revision] : []);
  return diffOf(comparison, deployed.join() !== comparison.revisions.join(), annotations);
}

async function manifestsOf(app: Application | undefined, revision: string | undefined, engine: Engine) {
  if (!app) return undefined;
  const evaluation = await evaluateApplication(
    app,
    { ...(revision ? { revisions: [revision] } : {}), refresh: false },
    engine.context,
  );
  const comparison = evaluation.type === 'compared' ? evaluation.comparison : undefined;
  return {
    manifests: (comparison?.targets ?? []).map((target) => JSON.stringify(maskObject(target))),
    namespace: app.spec.destination.namespace ?? '',
    server: comparison?.cluster?.server ?? '',
    revision: comparison?.revisions[0] ?? '',
    sourceType: comparison?.sourceTypes[0] ?? '',
  };
}

async function metadataOf(
  app: Application | undefined,
  revision: string,
  index: number,
  { repositories }: EngineViewOptions,
) {
  const source = app && sourcesOf(app.spec)[index];
  if (!source || source.chart) return undefined;
  const repository = await repositories.open(source.repoURL);
  const commit = await repository.commitInfo(revision);
  return {
    author: `${commit.author.name} <${commit.author.email}>`,
    date: commit.author.date,
    message: commit.message,
    tags: commit.tags,
  };
}

async function requestSync(
  ref: AppRef,
  { operation, planDigest }: SyncCommand,
  engine: Engine,
): ReturnType<EngineView['requestSync']> {
  const id = idOf(ref);
  const app = engine.control.application(id);
  if (!app) return { type: 'busy', message: 'The application is gone.' };
  if (app.operation || engine.applications.operations.isRunning(id))
    return { type: 'busy', message: 'Another operation is in progress.' };
  const window = windowVerdictOf(app, engine);
  if (!window.manualOpen) return { type: 'closed', window };
  if (planDigest !== null) {
    const plan = await planOf(app, planRequestOf(operation), engine);
    if (plan.digest !== planDigest) return { type: 'plan-changed', digest: plan.digest };
  }
  const operationId = engine.applications.operations.expect(id, planDigest);
  const patch = {
    operation: JSON.parse(JSON.stringify(operation)) as JsonObject,
    status: { operationState: null },
  };
  const written = await engine.context.writer.patch(id, patch, engine.context.signal);
  return written
    ? { type: 'accepted', application: written, operationId }
    : { type: 'busy', message: 'The application is gone.' };
}

function planRequestOf({ sync }: SyncCommand['operation']): PlanRequest {
  return {
    prune: sync?.prune === true,
    ...(sync?.revision ? { revision: sync.revision } : {}),
    ...(sync?.revisions ? { revisions: sync.revisions } : {}),
    ...(sync?.syncOptions ? { syncOptions: sync.syncOptions } : {}),
    ...(sync?.resources ? { resources: sync.resources } : {}),
    force: sync?.syncStrategy?.hook?.force === true || sync?.syncStrategy?.apply?.force === true,
  };
}

function windowRulesFor(
  app: Application | undefined,
  span: { from: Date; until: Date; now: Date },
  engine: Engine,
) {
  const project = app && effectiveProject(app.spec.project, engine.control);
  if (!app || !project) return [];
  const { matches } = evaluateWindows(project.spec.syncWindows ?? [], windowSubject(app), span.now, {
    manual: true,
  });
  return windowRulesOf(project, span, matches);
}
