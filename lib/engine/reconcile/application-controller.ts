import { applicationId, type Application } from '@/lib/domain/application/application';
import { decideAutoSync } from '@/lib/domain/application/automation/decide-auto-sync';
import { withHookFinalizers } from '@/lib/domain/application/deletion/deletion-finalizers';
import { mergeConditions } from '@/lib/domain/application/conditions/merge-conditions';
import type { ApplicationCondition } from '@/lib/domain/application/application-status';
import { isEqualJson } from '@/lib/domain/manifest/merge-patch';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { ClusterConnection } from '../control/cluster-connections';
import type { EngineContext } from '../engine-context';
import { deleteApplication } from '../operation/delete-application';
import { isInProgress } from '../operation/operation-request';
import { OperationRunner } from '../operation/operation-runner';
import { askWindows } from '../operation/create-window-gate';
import { KeyedQueue } from '../queue/keyed-queue';
import { newMemory, type ApplicationMemory } from './application-memory';
import { statusAfterComparison, statusOfInvalidSpec } from './build-status';
import type { Comparison } from './comparison';
import { evaluateApplication } from './evaluate-application';
import { higherLevel, refreshNeeded, REFRESH_ANNOTATION, type RefreshLevel } from './refresh-decision';

const CONCURRENCY = 10;
const RETRY_MS = 5_000;
const MAX_TIMER_MS = 2 ** 31 - 1;

export interface ApplicationControllerOptions {
  context: EngineContext;
  /** 0: comparisons never expire by age. Milliseconds; jitter is added. */
  pollMs: number;
}

/** Keeps every Application compared, its operations running and its deletion going. */
export class ApplicationController {
  readonly operations: OperationRunner;
  readonly #context: EngineContext;
  readonly #pollMs: number;
  readonly #queue: KeyedQueue;
  readonly #memories = new Map<string, ApplicationMemory>();

  constructor({ context, pollMs }: ApplicationControllerOptions) {
    this.#context = context;
    this.#pollMs = pollMs;
    this.#queue = new KeyedQueue({
      concurrency: CONCURRENCY,
      clock: context.clock,
      signal: context.signal,
      work: (id) => this.#reconcile(id),
      onError: (id, error) => {
        context.onError(`reconciliation of ${id}`, error);
        this.#queue.addAfter(id, RETRY_MS);
      },
    });
    this.operations = new OperationRunner({
      context,
      gate: askWindows,
      waitForChange: (id, ms) => this.#waitForChange(id, ms),
      onFinished: (id) => this.request(id, 'latest'),
    });
  }

  memory(id: string): ApplicationMemory {
    const memory = this.#memories.get(id) ?? newMemory();
    this.#memories.set(id, memory);
    return memory;
  }

  get queueDepth(): number {
    return this.#queue.depth;
  }

  whenIdle(): Promise<void> {
    return this.#queue.whenIdle();
  }

  /** Asks for a comparison. */
  request(id: string, level: RefreshLevel): void {
    const memory = this.memory(id);
    memory.requested = higherLevel(memory.requested, level);
    this.#queue.add(id);
  }

  /** Resolves when a comparison that was asked for now is done. */
  requestAndWait(id: string, level: RefreshLevel): Promise<void> {
    return new Promise((resolve) => {
      this.memory(id).waiters.push(resolve);
      this.request(id, level);
    });
  }

  onApplication(id: string, before: Application | undefined, after: Application | undefined): void {
    const [namespace = '', name = ''] = id.split('/');
    if (!after) {
      this.#memories.delete(id);
      this.#context.notify({ type: 'application-removed', ref: { namespace, name } });
      return;
    }
    this.#context.notify({ type: 'application', ref: { namespace, name } });
    if (isTerminating(after) && !isTerminating(before)) this.wake(id);
    // Also what no comparison records, such as the project and the sync policy, changes what is to be done.
    if (before && hasOtherSpec(before, after)) this.request(id, 'latest');
    else this.#queue.add(id);
  }

  /** Live objects of the Application changed. `isDeep`: only below its own resources, which changes no comparison. */
  onLiveChange(id: string, isDeep: boolean): void {
    const [namespace = '', name = ''] = id.split('/');
    this.#context.notify({ type: 'tree', ref: { namespace, name } });
    if (isDeep) return;
    this.wake(id);
    if (this.#context.control.application(id)) this.request(id, 'recent');
  }

  wake(id: string): void {
    for (const listener of this.memory(id).changeListeners) listener();
  }

  async #reconcile(id: string): Promise<void> {
    const { control, clock } = this.#context;
    const app = control.application(id);
    if (!app) return;
    if (app.metadata.deletionTimestamp) this.#delete(app);
    else if (app.operation || isInProgress(app)) this.operations.start(app);
    const memory = this.memory(id);
    const needed = refreshNeeded(app, clock.now(), this.#pollMs);
    const level = needed ? higherLevel(memory.requested, needed.level) : memory.requested;
    if (!level) return;
    delete memory.requested;
    const waiters = memory.waiters.splice(0);
    try {
      await this.#refresh(app, level, memory);
    } finally {
      for (const resolve of waiters) resolve();
    }
    if (this.#pollMs > 0)
      this.#queue.addAfter(id, Math.min(MAX_TIMER_MS, this.#pollMs * (1 + Math.random() / 2)));
  }

  async #refresh(app: Application, level: RefreshLevel, memory: ApplicationMemory): Promise<void> {
    const { control, writer, clock, signal } = this.#context;
    const id = applicationId(app);
    const known =
      level === 'recent' && memory.comparison && !memory.comparison.isBroken
        ? memory.comparison.revisions
        : undefined;
    const evaluation = await evaluateApplication(
      app,
      { ...(known ? { revisions: known } : {}), refresh: level !== 'recent' },
      this.#context,
    );
    const asked = app.metadata.annotations?.[REFRESH_ANNOTATION];
    const taken: JsonObject =
      asked === undefined ? {} : { metadata: { annotations: { [REFRESH_ANNOTATION]: null } } };
    const present = control.application(id) ?? app;
    if (evaluation.type === 'invalid-spec') {
      delete memory.comparison;
      await writer.patchStatus(
        present,
        statusOfInvalidSpec(present, evaluation.messages, clock.now()),
        taken,
        signal,
      );
      return;
    }
    const { comparison, project, cluster } = evaluation;
    noteDrift(memory, comparison);
    memory.comparison = comparison;
    const written = await writer.patchStatus(
      present,
      statusAfterComparison(present, comparison, control.namespace),
      { ...taken, ...metadataAfter(present, comparison, taken) },
      signal,
    );
    this.#context.notify({
      type: 'compared',
      ref: { namespace: app.metadata.namespace, name: app.metadata.name },
    });
    if (written) await this.#autoSync(written, comparison, project, cluster, memory);
  }

  async #autoSync(
    app: Application,
    comparison: Comparison,
    project: AppProject,
    cluster: ClusterConnection,
    memory: ApplicationMemory,
  ): Promise<void> {
    const { clock, writer, signal, onError } = this.#context;
    const id = applicationId(app);
    delete memory.autoSyncBlockedBy;
    if (comparison.isBroken || this.operations.isRunning(id) || isInProgress(app)) return;
    const now = clock.now();
    const resources = comparison.objects.map((each) => each.status);
    const decision = decideAutoSync({
      application: app,
      status: comparison.sync.status,
      revisions: comparison.revisions,
      resources,
      now,
    });
    const condition: ApplicationCondition[] = decision.type === 'blocked' ? [decision.condition] : [];
    const before = app.status?.conditions ?? [];
    const conditions = mergeConditions(before, condition, ['SyncError'], now);
    if (
      conditions.length !== before.length ||
      condition.some((each) => !before.some((old) => old.message === each.message))
    ) {
      await writer.patchStatus(
        app,
        JSON.parse(JSON.stringify({ ...app.status, conditions })) as JsonObject,
        {},
        signal,
      );
    }
    if (decision.type === 'blocked') memory.autoSyncBlockedBy = decision.condition.message;
    if (decision.type === 'wait') this.#requestAt(id, decision.until);
    if (decision.type !== 'sync') return;
    const gate = askWindows({ app, project, cluster, now, isManual: false });
    if (!gate.isOpen) {
      memory.autoSyncBlockedBy = gate.reason;
      return;
    }
    await writer
      .patch(id, { operation: JSON.parse(JSON.stringify(decision.operation)) as JsonObject }, signal)
      .catch((error: unknown) => onError(`automated sync of ${id}`, error));
  }

  #requestAt(id: string, at: Date): void {
    const { clock, signal } = this.#context;
    const wait = Math.max(0, at.getTime() - clock.now().getTime());
    void clock.sleep(wait, signal).then(
      () => this.request(id, 'recent'),
      () => undefined,
    );
  }

  #delete(app: Application): void {
    const id = applicationId(app);
    const memory = this.memory(id);
    if (memory.isDeleting || this.operations.isRunning(id)) return;
    if (isInProgress(app) || app.operation) {
      this.operations.start(app);
      return;
    }
    memory.isDeleting = true;
    const context = { ...this.#context, waitForChange: (ms: number) => this.#waitForChange(id, ms) };
    void deleteApplication(app, context)
      .catch((error: unknown) => this.#context.onError(`deletion of ${id}`, error))
      .finally(() => {
        memory.isDeleting = false;
        if (this.#context.control.application(id)) this.#queue.addAfter(id, RETRY_MS);
      });
  }

  #waitForChange(id: string, ms: number): Promise<void> {
    const { clock, signal } = this.#context;
    const { changeListeners } = this.memory(id);
    return new Promise((resolve) => {
      const stop = new AbortController();
      const done = () => {
        changeListeners.delete(done);
        stop.abort();
        resolve();
      };
      changeListeners.add(done);
      void clock.sleep(ms, AbortSignal.any([signal, stop.signal])).then(done, done);
    });
  }
}

/** Declared delete hooks need finalizers, lest the Application is gone before they ran. */
function metadataAfter(app: Application, { isBroken, targets }: Comparison, taken: JsonObject): JsonObject {
  const present = app.metadata.finalizers ?? [];
  const finalizers =
    isBroken || app.metadata.deletionTimestamp ? present : withHookFinalizers(present, targets);
  if (finalizers === present) return {};
  return { metadata: { ...(taken.metadata as JsonObject | undefined), finalizers: [...finalizers] } };
}

function hasOtherSpec(before: Application, after: Application): boolean {
  return !isEqualJson(before.spec as unknown as JsonObject, after.spec as unknown as JsonObject);
}

function isTerminating(app: Application | undefined): boolean {
  return app?.status?.operationState?.phase === 'Terminating';
}

/** Drift: something differs and the revision is the one that was compared before. */
function noteDrift(memory: ApplicationMemory, comparison: Comparison): void {
  if (comparison.sync.status !== 'OutOfSync') delete memory.driftSince;
  else memory.driftSince ??= comparison.comparedAt;
}
