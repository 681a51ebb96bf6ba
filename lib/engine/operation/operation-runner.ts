import { randomUUID } from 'node:crypto';
import { applicationId, type Application } from '@/lib/domain/application/application';
import type { OperationState } from '@/lib/domain/application/application-status';
import { addHistory } from '@/lib/domain/application/operation/add-history';
import { nextRetry } from '@/lib/domain/application/operation/next-retry';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { EngineContext } from '../engine-context';
import { apiTime } from '../reconcile/build-status';
import { isInProgress, isRetryPending, triggerOf } from './operation-request';
import { OperationAttempt, type AttemptEnd } from './operation-attempt';
import type { WindowGate } from './sync-window-gate';

export interface OperationRunnerOptions {
  context: EngineContext;
  gate: WindowGate;
  /** Resolves at a change of the Application's live objects or after `ms`. */
  waitForChange: (id: string, ms: number) => Promise<void>;
  /** The operation ended: compare anew. */
  onFinished: (id: string) => void;
}

/** Runs the operations that Applications ask for, one per Application at a time, retries and restarts included. */
export class OperationRunner {
  readonly #options: OperationRunnerOptions;
  readonly #running = new Map<string, { operationId: string; done: Promise<void> }>();
  /** Digest of the plan that a person read, by Application, until its operation starts. */
  readonly #digests = new Map<string, { operationId: string; planDigest: string | null }>();

  constructor(options: OperationRunnerOptions) {
    this.#options = options;
  }

  isRunning(id: string): boolean {
    return this.#running.has(id);
  }

  operationIdOf(id: string): string | undefined {
    return this.#running.get(id)?.operationId;
  }

  /** Announces an operation that is about to be written, so that the ledger knows its id and plan. */
  expect(id: string, planDigest: string | null): string {
    const operationId = randomUUID();
    this.#digests.set(id, { operationId, planDigest });
    return operationId;
  }

  /** Starts what the Application asks for, or goes on with what a restart interrupted. Does nothing while one runs. */
  start(app: Application): void {
    const id = applicationId(app);
    if (this.#running.has(id) || (!app.operation && !isInProgress(app))) return;
    const { operationId, planDigest } = this.#digests.get(id) ?? {
      operationId: randomUUID(),
      planDigest: null,
    };
    this.#digests.delete(id);
    const done = this.#run(id, operationId, planDigest)
      .catch((error: unknown) => {
        if (!this.#options.context.signal.aborted) this.#options.context.onError(`operation of ${id}`, error);
      })
      .finally(() => {
        this.#running.delete(id);
        if (!this.#options.context.signal.aborted) this.#options.onFinished(id);
      });
    this.#running.set(id, { operationId, done });
  }

  /** Resolves when nothing runs; used by an orderly stop. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#running.values()].map((each) => each.done));
  }

  async #run(id: string, operationId: string, planDigest: string | null): Promise<void> {
    const { context } = this.#options;
    const { writer, clock, signal } = context;
    // Watches may lag: what the API server has now decides.
    let app = await writer.read(id, signal);
    if (!app || (!app.operation && !isInProgress(app))) return;
    let state = this.#stateOf(app);
    const isResumed = isInProgress(app);
    if (!isResumed) app = (await writer.writeOperation(id, state, { isDone: false }, signal)) ?? app;
    await this.#record(app, operationId, planDigest, state);
    for (;;) {
      if (isRetryPending(state)) {
        const waited = await this.#awaitRetry(id, state);
        if (!waited) return;
        state = waited;
      }
      const attempt = new OperationAttempt({ ...this.#options, id, operationId, state });
      const end = await attempt.run();
      if (!end) return;
      const next = this.#afterAttempt(end);
      state = next.state;
      await this.#finishAttempt(id, operationId, next.state, next.isDone);
      if (next.isDone) return;
      await clock.sleep(0, signal);
    }
  }

  #stateOf(app: Application): OperationState {
    const present = app.status?.operationState;
    if (present && isInProgress(app)) return present;
    return {
      operation: { retry: {}, ...app.operation },
      phase: 'Running',
      startedAt: apiTime(this.#options.context.clock.now()),
    };
  }

  async #record(
    app: Application,
    operationId: string,
    planDigest: string | null,
    state: OperationState,
  ): Promise<void> {
    const { ledger, notify, clock } = this.#options.context;
    const { name, namespace } = app.metadata;
    const { operation } = state;
    const sync = operation.sync;
    await ledger.operations.start({
      id: operationId,
      application: { namespace, name },
      project: app.spec.project,
      phase: 'Running',
      message: '',
      trigger: triggerOf(operation),
      initiatedBy: operation.initiatedBy?.username ?? '',
      dryRun: sync?.dryRun === true,
      revisions: sync?.revisions ?? (sync?.revision ? [sync.revision] : []),
      planDigest,
      startedAt: new Date(state.startedAt),
      finishedAt: null,
      retryCount: state.retryCount ?? 0,
      operation: operation as unknown as JsonObject,
      result: null,
    });
    notify({ type: 'operation-started', ref: { namespace, name }, operationId, planDigest, at: clock.now() });
  }

  /** Waits until the retry is due; undefined when the operation was taken back or the Application is gone. */
  async #awaitRetry(id: string, state: OperationState): Promise<OperationState | undefined> {
    const { context, waitForChange } = this.#options;
    const retry = nextRetry(
      { ...state, retryCount: (state.retryCount ?? 1) - 1 },
      state.operation.retry,
      new Date(state.finishedAt ?? ''),
    );
    const due = retry.type === 'retry' ? retry.at.getTime() : 0;
    while (context.clock.now().getTime() < due) {
      const app = context.control.application(id);
      if (!app) return undefined;
      if (app.status?.operationState?.phase === 'Terminating') break;
      await waitForChange(id, Math.max(50, Math.min(1_000, due - context.clock.now().getTime())));
    }
    const rest = { ...state };
    delete rest.finishedAt;
    delete rest.syncResult;
    const isTerminating = context.control.application(id)?.status?.operationState?.phase === 'Terminating';
    const next: OperationState = {
      ...rest,
      phase: isTerminating ? 'Terminating' : 'Running',
      message: `Retrying operation. Attempt #${state.retryCount ?? 1}`,
    };
    if (next.operation.retry?.refresh) next.operation = withoutRevision(next);
    await context.writer.writeOperation(id, next, { isDone: false }, context.signal);
    return next;
  }

  #afterAttempt({ state, wasTerminated }: AttemptEnd): { state: OperationState; isDone: boolean } {
    const now = this.#options.context.clock.now();
    const finished: OperationState = { ...state, finishedAt: apiTime(now) };
    if (state.phase !== 'Failed' || wasTerminated || state.operation.sync?.dryRun)
      return { state: finished, isDone: true };
    const decision = nextRetry(state, state.operation.retry, now);
    if (decision.type !== 'retry') return { state: { ...finished, message: decision.message }, isDone: true };
    return {
      state: { ...finished, phase: 'Running', message: decision.message, retryCount: decision.retryCount },
      isDone: false,
    };
  }

  async #finishAttempt(
    id: string,
    operationId: string,
    state: OperationState,
    isDone: boolean,
  ): Promise<void> {
    const { writer, control, ledger, notify, clock, signal } = this.#options.context;
    const app = control.application(id);
    const status = isDone && app ? historyAfter(app, state) : undefined;
    await writer.writeOperation(id, state, { isDone, ...(status ? { status } : {}) }, signal);
    await ledger.operations.update(operationId, {
      phase: state.phase,
      message: state.message ?? '',
      retryCount: state.retryCount ?? 0,
      result: (state.syncResult ?? null) as unknown as JsonObject | null,
      ...(isDone ? { finishedAt: clock.now() } : {}),
    });
    if (!isDone || state.phase === 'Running' || state.phase === 'Terminating') return;
    const [namespace = '', name = ''] = id.split('/');
    notify({
      type: 'operation-finished',
      ref: { namespace, name },
      operationId,
      phase: state.phase,
      message: state.message ?? '',
      at: clock.now(),
    });
  }
}

/** A retry with `refresh` asks Git again. */
function withoutRevision(state: OperationState): OperationState['operation'] {
  const sync = { ...state.operation.sync };
  delete sync.revision;
  delete sync.revisions;
  return { ...state.operation, sync };
}

/** Only whole, successful syncs that were no dry run are deployments (Argo CD's rule). */
function historyAfter(app: Application, state: OperationState): JsonObject | undefined {
  const sync = state.operation.sync;
  if (
    state.phase !== 'Succeeded' ||
    !sync ||
    sync.dryRun ||
    (sync.resources && sync.resources.length > 0) ||
    !state.syncResult
  )
    return undefined;
  const { revision, revisions, source, sources } = state.syncResult;
  const entry = {
    ...(revisions ? { revisions } : { revision: revision ?? '' }),
    ...(sources ? { sources } : source ? { source } : {}),
    deployedAt: state.finishedAt ?? '',
    deployStartedAt: state.startedAt,
    ...(state.operation.initiatedBy ? { initiatedBy: state.operation.initiatedBy } : {}),
  };
  const history = addHistory(app.status?.history ?? [], entry, app.spec.revisionHistoryLimit);
  return { history: JSON.parse(JSON.stringify(history)) as JsonObject[] };
}
