import type { Application } from '@/lib/domain/application/application';
import type { OperationState } from '@/lib/domain/application/application-status';
import type { SyncRun } from '@/lib/domain/sync/run/sync-run';
import type { TaskResults } from '@/lib/domain/sync/run/task-results';
import { buildTasks } from '@/lib/domain/sync/task/build-tasks';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { projectLiveResource } from '@/lib/domain/live/project-live-resource';
import { evaluateApplication } from '../reconcile/evaluate-application';
import type { Comparison } from '../reconcile/comparison';
import { performAction } from '../sync/perform-action';
import { runSync } from '../sync/run-sync';
import type { SyncEvent } from '../sync/sync-event';
import { resultHead, sourcesOfOperation } from './operation-request';
import { resourceResultsOf, restoreResults } from './operation-results';
import type { OperationRunnerOptions } from './operation-runner';
import {
  manifestsWithIgnored,
  operationOptions,
  problemOfTask,
  taskInputFor,
  type OperationScope,
} from './pass-input';

export interface AttemptEnd {
  state: OperationState;
  wasTerminated: boolean;
}

type AttemptOptions = OperationRunnerOptions & { id: string; operationId: string; state: OperationState };

const APPROVED_ANNOTATION = 'argocd.argoproj.io/deletion-approved';

/** One attempt of an operation: compares at its revision, then runs the sync; writes progress into the custom resource. */
export class OperationAttempt {
  readonly #options: AttemptOptions;
  #state: OperationState;
  #results: TaskResults;
  #manifests = new Map<string, KubernetesObject>();

  constructor(options: AttemptOptions) {
    this.#options = options;
    this.#state = options.state;
    this.#results = restoreResults(options.state.syncResult?.resources ?? []);
  }

  /** How the attempt ended; undefined when the Application went away or the engine stops. */
  async run(): Promise<AttemptEnd | undefined> {
    const { context } = this.#options;
    const app = this.#app();
    if (!app) return undefined;
    const operation = this.#state.operation;
    if (!operation.sync) return this.#end('Error', 'Invalid operation request: no operation specified');
    const evaluation = await evaluateApplication(
      app,
      { ...sourcesOfOperation(operation), syncOptions: operation.sync.syncOptions ?? [], refresh: true },
      context,
    );
    if (evaluation.type === 'invalid-spec') {
      this.#state.syncResult = resultHead(
        app,
        operation,
        operation.sync.revisions ?? [operation.sync.revision ?? ''],
      );
      return this.#end(
        'Error',
        evaluation.messages.map((message) => `InvalidSpecError: ${message}`).join('; '),
      );
    }
    const { comparison, project, cluster } = evaluation;
    const revisions = comparison.isBroken
      ? (operation.sync.revisions ??
        (operation.sync.revision ? [operation.sync.revision] : comparison.revisions))
      : comparison.revisions;
    this.#state.syncResult = {
      ...resultHead(app, operation, revisions),
      resources: resourceResultsOf(this.#results),
    };
    const refusal = refusalOf(comparison, operation.sync.syncOptions ?? []);
    if (refusal) return this.#end(refusal.phase, refusal.message);
    const scope: OperationScope = {
      app,
      sync: operation.sync,
      project,
      cluster,
      targets: targetsOf(operation.sync.manifests, comparison),
      revision: revisions[0] ?? '',
      startedAt: new Date(this.#state.startedAt),
      options: operationOptions(operation.sync),
    };
    return this.#runPasses(scope, comparison);
  }

  async #runPasses(scope: OperationScope, comparison: Comparison): Promise<AttemptEnd | undefined> {
    const { context, id, waitForChange } = this.#options;
    const { client, cache, schemas } = scope.cluster;
    const observe = (object: KubernetesObject) =>
      cache.observe(
        projectLiveResource(object, {
          instanceLabelKey: context.control.settings.instanceLabelKey,
          assessHealth: context.assessHealth,
        }),
      );
    const actionContext = {
      client,
      clock: context.clock,
      signal: context.signal,
      options: scope.options,
      schemaOf: (object: KubernetesObject) => schemas.schemaOf(object),
      observe,
      forget: ({ key }: { key: SyncRun['tasks'][number]['key'] }) => cache.forget(key),
      manifestFor: (task: SyncRun['tasks'][number]) =>
        this.#manifests.get(task.id) ?? task.target ?? fail(task.id),
    };
    const events = runSync({
      clock: context.clock,
      signal: context.signal,
      nextPass: () => this.#nextPass(scope, comparison),
      isTerminating: () => this.#isTerminating(),
      perform: (action) => performAction(action, actionContext),
      waitForChange: (ms) => waitForChange(id, ms),
    });
    for await (const event of events) {
      this.#report(event);
      if (event.type === 'pass-ended' && event.end.type === 'finished')
        return this.#end(event.end.phase, event.end.message);
      if (event.type === 'pass-ended') await this.#persist(event.end.message);
      if (event.type === 'blocked') await this.#persist(event.message);
      if (!this.#app()) return undefined;
    }
    return undefined;
  }

  async #nextPass(scope: OperationScope, comparison: Comparison): Promise<SyncRun | { blocked: string }> {
    const { context, gate } = this.#options;
    const isManual = this.#state.operation.initiatedBy?.automated !== true;
    const app = this.#app() ?? scope.app;
    const verdict = gate({
      app,
      project: scope.project,
      cluster: scope.cluster,
      now: context.clock.now(),
      isManual,
      startedAt: scope.startedAt,
    });
    if (!verdict.isOpen && !this.#isTerminating())
      return { blocked: 'Sync operation blocked by sync window' };
    const input = await taskInputFor(scope, context);
    const tasks = buildTasks(input);
    this.#manifests = await manifestsWithIgnored(tasks, scope, context);
    const unchanged = new Set(
      comparison.objects
        .filter((each) => each.status.status === 'Synced')
        .map((each) => `${each.key.group}/${each.key.kind}/${each.key.namespace}/${each.key.name}`),
    );
    return {
      tasks,
      results: this.#results,
      options: scope.options,
      destinationNamespace: input.destinationNamespace,
      prune: scope.sync.prune === true,
      dryRun: scope.sync.dryRun === true,
      isPruneConfirmed: isConfirmed(app, scope.startedAt),
      assessHealth: context.assessHealth,
      isUnchanged: ({ key }) => unchanged.has(`${key.group}/${key.kind}/${key.namespace}/${key.name}`),
      problemOf: (task) => problemOfTask(task, scope, input),
    };
  }

  #app(): Application | undefined {
    return this.#options.context.control.application(this.#options.id);
  }

  #isTerminating(): boolean {
    return this.#app()?.status?.operationState?.phase === 'Terminating';
  }

  #report(event: SyncEvent): void {
    const { context, id, operationId } = this.#options;
    const [namespace = '', name = ''] = id.split('/');
    context.notify({
      type: 'operation-progress',
      ref: { namespace, name },
      operationId,
      event,
      at: context.clock.now(),
    });
  }

  async #persist(message: string): Promise<void> {
    const phase = this.#isTerminating() ? 'Terminating' : 'Running';
    this.#state = { ...this.#state, phase, message, ...this.#result() };
    await this.#options.context.writer.writeOperation(
      this.#options.id,
      this.#state,
      { isDone: false },
      this.#options.context.signal,
    );
  }

  #result(): Pick<OperationState, 'syncResult'> {
    return { syncResult: { ...this.#state.syncResult, resources: resourceResultsOf(this.#results) } };
  }

  #end(phase: 'Succeeded' | 'Failed' | 'Error', message: string): AttemptEnd {
    const wasTerminated = this.#isTerminating();
    const result = this.#state.syncResult ? this.#result() : {};
    return { state: { ...this.#state, phase, message, ...result }, wasTerminated };
  }
}

/** Problems of the comparison that stop the operation before the first task. */
function refusalOf(
  comparison: Comparison,
  syncOptions: readonly string[],
): { phase: 'Failed' | 'Error'; message: string } | undefined {
  const errors = comparison.conditions.filter(
    (each) => each.type === 'ComparisonError' || each.type === 'InvalidSpecError',
  );
  if (errors.length > 0)
    return { phase: 'Error', message: errors.map(({ type, message }) => `${type}: ${message}`).join('; ') };
  const shared = comparison.conditions.find((each) => each.type === 'SharedResourceWarning');
  if (shared && syncOptions.includes('FailOnSharedResource=true'))
    return { phase: 'Failed', message: `Shared resource found: ${shared.message}` };
  return undefined;
}

/** `sync.manifests`: local manifests of a person replace those of Git. */
function targetsOf(manifests: string[] | undefined, comparison: Comparison): KubernetesObject[] {
  if (!manifests || manifests.length === 0) return comparison.targets;
  return manifests.map((text) => JSON.parse(text) as KubernetesObject);
}

/** The approval annotation holds a time; one before the operation's start approves nothing. */
function isConfirmed(app: Application, startedAt: Date): boolean {
  const approved = app.metadata.annotations?.[APPROVED_ANNOTATION];
  return approved !== undefined && Date.parse(approved) >= startedAt.getTime();
}

function fail(task: string): never {
  throw new Error(`task ${task} has no manifest`);
}
