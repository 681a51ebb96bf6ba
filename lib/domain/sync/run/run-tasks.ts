import type { OperationPhase, ResultCode } from '../../application/application-status';
import { resourceOption } from '../option/resource-options';
import type { SyncTask } from '../task/sync-task';
import type { ActionOutcome, Batch, SyncAction } from './sync-action';
import type { SyncRun } from './sync-run';

/** `pending`: a hook was deleted to be made anew, or a person is to confirm. */
type RunState = 'successful' | 'pending' | 'failed';
export type Batches<T> = Generator<Batch, T, ActionOutcome[]>;

const PHASES: Record<ResultCode, OperationPhase> = {
  Synced: 'Running',
  SyncFailed: 'Failed',
  Pruned: 'Succeeded',
  PruneSkipped: 'Succeeded',
};

/**
 * Runs tasks of one wave (or, as a dry run, of all): prune at once, then delete hooks that stand in the way, then apply
 * kind by kind. A failed prune or deletion stops it; a failed kind does not stop later kinds.
 */
export function* runTasks(tasks: readonly SyncTask[], run: SyncRun, isCheck: boolean): Batches<RunState> {
  const dryRun = isCheck || run.dryRun;
  const existingHooks = tasks.filter((task) => task.isHook && task.live && run.results.isPending(task));
  if (!dryRun && (yield* releaseHooks(existingHooks, run)) === 'failed') return 'failed';

  const pruned = tasks.filter((task) => task.isPrune);
  if (tasksToConfirm(pruned, run).length > 0) return 'pending';
  if ((yield* prune(pruned, run, dryRun)) === 'failed') return 'failed';

  const inTheWay = existingHooks.filter((task) => task.deletePolicies.includes('BeforeHookCreation'));
  const deleted = dryRun ? 'successful' : yield* deleteBeforeCreation(inTheWay, run);
  if (deleted !== 'successful') return deleted;
  return yield* applyByKind(
    tasks.filter((task) => !task.isPrune),
    run,
    dryRun,
  );
}

/** Prune tasks that wait for a person. Nothing of their wave is written before. */
export function tasksToConfirm(tasks: readonly SyncTask[], run: SyncRun): SyncTask[] {
  if (run.isPruneConfirmed || !run.prune) return [];
  return tasks.filter((task) => task.isPrune && pruneAnswerOf(task, run) === 'confirm');
}

function pruneAnswerOf(task: SyncTask, run: SyncRun): string {
  return resourceOption(task.live, 'Prune') ?? run.options.prune;
}

/** Takes the finalizer off hooks; results of those where that failed are written. */
export function* releaseHooks(hooks: readonly SyncTask[], run: SyncRun): Batches<RunState> {
  if (hooks.length === 0) return 'successful';
  const outcomes = yield hooks.map((task): SyncAction => ({ type: 'release-hook', task }));
  return recordErrors(hooks, outcomes, run, 'failed to remove hook finalizer');
}

/** Deletes hooks; one that is gone already counts as deleted. */
export function* deleteHooks(hooks: readonly SyncTask[], run: SyncRun): Batches<RunState> {
  if (hooks.length === 0) return 'successful';
  const outcomes = yield hooks.map((task): SyncAction => ({ type: 'delete-hook', task }));
  return recordErrors(hooks, outcomes, run, 'failed to delete resource');
}

function* deleteBeforeCreation(hooks: readonly SyncTask[], run: SyncRun): Batches<RunState> {
  if (hooks.length === 0) return 'successful';
  const outcomes = yield hooks.map((task): SyncAction => ({ type: 'delete-hook', task }));
  if (recordErrors(hooks, outcomes, run, 'failed to delete resource') === 'failed') return 'failed';
  return outcomes.every((outcome) => outcome.gone) ? 'successful' : 'pending';
}

function recordErrors(
  tasks: readonly SyncTask[],
  outcomes: readonly ActionOutcome[],
  run: SyncRun,
  what: string,
): RunState {
  let state: RunState = 'successful';
  for (const [index, task] of tasks.entries()) {
    const outcome = outcomes[index];
    if (!outcome || outcome.ok) continue;
    state = 'failed';
    const status = run.results.of(task)?.status;
    run.results.set(task, { status, phase: 'Error', message: `${what}: ${outcome.message}` });
  }
  return state;
}

function* prune(tasks: readonly SyncTask[], run: SyncRun, dryRun: boolean): Batches<RunState> {
  const isRecorded = !dryRun || run.dryRun;
  const [kept, doomed] = partition(tasks, (task) => !run.prune || pruneAnswerOf(task, run) === 'false');
  for (const task of isRecorded ? kept : []) {
    const message = run.prune ? 'ignored (no prune)' : 'ignored (requires pruning)';
    run.results.set(task, { status: 'PruneSkipped', phase: 'Succeeded', message });
  }
  if (dryRun) {
    for (const task of isRecorded ? doomed : []) {
      run.results.set(task, { status: 'Pruned', phase: 'Succeeded', message: 'pruned (dry run)' });
    }
    return 'successful';
  }
  // What is being deleted already needs no second request.
  const [going, toDelete] = partition(doomed, (task) => Boolean(task.live?.metadata.deletionTimestamp));
  for (const task of going)
    run.results.set(task, { status: 'Pruned', phase: 'Succeeded', message: 'pruned' });
  if (toDelete.length === 0) return 'successful';
  const outcomes = yield toDelete.map((task): SyncAction => ({ type: 'prune', task }));
  return record(toDelete, outcomes, run, 'Pruned', 'pruned');
}

/** Neighbours of one kind are applied together; the next kind waits until all are through. */
function* applyByKind(tasks: readonly SyncTask[], run: SyncRun, dryRun: boolean): Batches<RunState> {
  let state: RunState = 'successful';
  for (const group of groupNeighbours(tasks)) {
    const acted = group.filter((task) => !(dryRun && task.skipsDryRun));
    if (acted.length === 0) continue;
    const outcomes = yield acted.map((task): SyncAction => ({ type: dryRun ? 'check' : 'apply', task }));
    if (dryRun && !run.dryRun) {
      const [, refused] = partition(acted, (_, index) => outcomes[index]?.ok !== false);
      const reasons = outcomes.filter((outcome) => !outcome.ok);
      if (record(refused, reasons, run, 'Synced') === 'failed') state = 'failed';
    } else if (record(acted, outcomes, run, 'Synced') === 'failed') state = 'failed';
  }
  return state;
}

function record(
  tasks: readonly SyncTask[],
  outcomes: readonly ActionOutcome[],
  run: SyncRun,
  success: ResultCode,
  message?: string,
): RunState {
  let state: RunState = 'successful';
  for (const [index, task] of tasks.entries()) {
    const outcome = outcomes[index] ?? { ok: false, message: 'no outcome' };
    const status = outcome.ok ? success : 'SyncFailed';
    // Nothing was made in a dry run, so there is nothing to wait for.
    const phase = run.dryRun && PHASES[status] === 'Running' ? 'Succeeded' : PHASES[status];
    run.results.set(task, {
      status,
      phase,
      message: outcome.ok ? (message ?? outcome.message) : outcome.message,
    });
    if (!outcome.ok) state = 'failed';
  }
  return state;
}

function groupNeighbours(tasks: readonly SyncTask[]): SyncTask[][] {
  const groups: SyncTask[][] = [];
  for (const task of tasks) {
    const last = groups.at(-1);
    if (last?.[0]?.key.kind === task.key.kind) last.push(task);
    else groups.push([task]);
  }
  return groups;
}

function partition<T>(items: readonly T[], test: (item: T, index: number) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const [index, item] of items.entries()) (test(item, index) ? yes : no).push(item);
  return [yes, no];
}
