import type { SyncTask } from '../task/sync-task';
import { assessRunning, failMissing } from './assess-running';
import { runSyncFailHooks } from './run-sync-fail-hooks';
import { deleteHooks, releaseHooks, runTasks, tasksToConfirm, type Batches } from './run-tasks';
import type { PassEnd } from './sync-action';
import type { SyncRun } from './sync-run';
import { confirmationMessage, waitMessage } from './wait-message';

/**
 * One pass over the tasks of a sync: checks everything the first time, then takes the next wave as far as it goes.
 * A pure decision written as a generator: it yields batches of actions, is told their outcomes, and returns how the
 * pass ended. The plan page, the tests and the runner all drive this same function.
 */
export function* syncPass(run: SyncRun): Batches<PassEnd> {
  const isFirst = run.results.isEmpty;
  const invalid = recordProblems(run);
  if (invalid) return failed('one or more synchronization tasks are not valid');

  const appliedNow = new Set<string>();
  if (isFirst) {
    const end = yield* checkAll(run, appliedNow);
    if (end) return end;
  }
  assessRunning(run);
  const waiting = waitForRunning(run, appliedNow);
  if (waiting) return waiting;
  yield* releaseHooks(
    run.tasks.filter((task) => task.isHook && task.live && run.results.isCompleted(task)),
    run,
  );

  const failHooks = run.tasks.filter((task) => task.phase === 'SyncFail');
  const tasks = run.tasks.filter((task) => task.phase !== 'SyncFail');
  if (tasks.some((task) => run.results.hasFailed(task))) {
    yield* deleteHooks(hooksToDelete(run, 'HookFailed'), run);
    const refused = tasks.filter((task) => run.results.of(task)?.status === 'SyncFailed');
    return yield* runSyncFailHooks(
      failHooks,
      refused,
      'one or more synchronization tasks completed unsuccessfully',
      run,
    );
  }
  return yield* runNextWave(
    withoutUnchanged(
      tasks.filter((task) => run.results.isPending(task)),
      run,
    ),
    failHooks,
    run,
  );
}

function failed(message: string): PassEnd {
  return { type: 'finished', phase: 'Failed', message };
}

function recordProblems(run: SyncRun): boolean {
  let found = false;
  for (const task of run.tasks) {
    const problem = run.problemOf?.(task);
    if (problem === undefined) continue;
    found = true;
    run.results.set(task, { status: 'SyncFailed', phase: undefined, message: problem });
  }
  return found;
}

/** The namespace first, as nothing in it can be checked without; then every task without a write. */
function* checkAll(run: SyncRun, appliedNow: Set<string>): Batches<PassEnd | undefined> {
  const namespace = run.tasks.find(
    ({ key, target, live }) =>
      target &&
      !live &&
      key.kind === 'Namespace' &&
      key.group === '' &&
      key.name === run.destinationNamespace,
  );
  if (namespace && !run.dryRun) {
    appliedNow.add(namespace.id);
    if ((yield* runTasks([namespace], run, false)) === 'failed') {
      return failed(`the namespace failed to apply, reason: ${run.results.of(namespace)?.message ?? ''}`);
    }
  }
  const checked = withoutUnchanged(
    run.tasks.filter((task) => task !== namespace || run.dryRun),
    run,
  );
  const state = yield* runTasks(checked, run, true);
  return state === 'failed' ? failed('one or more objects failed to apply (dry run)') : undefined;
}

/** With several waves everything applied is waited for, otherwise hooks only. */
function waitForRunning(run: SyncRun, appliedNow: ReadonlySet<string>): PassEnd | undefined {
  const [first, last] = [run.tasks[0], run.tasks.at(-1)];
  const hasSteps = first?.phase !== last?.phase || first?.wave !== last?.wave;
  const running = run.tasks.filter((task) => (hasSteps || task.isHook) && run.results.isRunning(task));
  if (running.length > 0) {
    failMissing(running, appliedNow, run);
    const message = waitMessage(running, false);
    return appliedNow.size > 0
      ? { type: 'progress', message }
      : { type: 'waiting', message, for: 'health', tasks: running };
  }
  const going = run.tasks.filter(
    (task) => run.results.of(task)?.status === 'Pruned' && task.live?.metadata.deletionTimestamp,
  );
  if (going.length === 0) return undefined;
  return { type: 'waiting', message: waitMessage(going, true), for: 'deletion', tasks: going };
}

function hooksToDelete(run: SyncRun, policy: 'HookSucceeded' | 'HookFailed'): SyncTask[] {
  return run.tasks.filter(
    (task) =>
      task.isHook && task.live && !run.results.isRunning(task) && task.deletePolicies.includes(policy),
  );
}

function withoutUnchanged(tasks: readonly SyncTask[], run: SyncRun): SyncTask[] {
  if (!run.options.applyOutOfSyncOnly) return [...tasks];
  return tasks.filter(
    (task) => task.isHook || !task.target || !task.live || run.isUnchanged?.(task) !== true,
  );
}

function* runNextWave(pending: SyncTask[], failHooks: readonly SyncTask[], run: SyncRun): Batches<PassEnd> {
  const [next] = pending;
  if (!next) {
    yield* deleteHooks(hooksToDelete(run, 'HookSucceeded'), run);
    return { type: 'finished', phase: 'Succeeded', message: 'successfully synced (no more tasks)' };
  }
  const { phase, wave } = next;
  const tasks = pending.filter((task) => task.phase === phase && task.wave === wave);
  const toConfirm = tasksToConfirm(tasks, run);
  if (toConfirm.length > 0) {
    return {
      type: 'waiting',
      message: confirmationMessage(toConfirm),
      for: 'confirmation',
      tasks: toConfirm,
    };
  }
  // Hooks without a result whose policy asks for it go too, and those are taken before they run.
  const [onSuccess, onFailure] = [hooksToDelete(run, 'HookSucceeded'), hooksToDelete(run, 'HookFailed')];
  const state = yield* runTasks(tasks, run, false);
  const done = { phase, wave, isLast: tasks.length === pending.length };
  switch (state) {
    case 'failed':
      return yield* endFailedWave(tasks, failHooks, onFailure, run);
    case 'pending': {
      const message = waitMessage(
        tasks.filter((task) => task.isHook && run.results.isPending(task)),
        true,
      );
      return { type: 'progress', message };
    }
    case 'successful':
      if (!done.isLast || tasks.some((task) => task.isHook)) {
        return { type: 'progress', message: waitMessage(tasks, false), wave: done };
      }
      // The last wave is not waited for: a sync without waves and hooks is an apply.
      yield* deleteHooks(onSuccess, run);
      return { type: 'finished', phase: 'Succeeded', message: 'successfully synced (all tasks run)' };
  }
}

/** Hooks of the wave that already run are waited for; SyncFail hooks start beside them. */
function* endFailedWave(
  tasks: readonly SyncTask[],
  failHooks: readonly SyncTask[],
  onFailure: readonly SyncTask[],
  run: SyncRun,
): Batches<PassEnd> {
  const refused = tasks.filter((task) => run.results.of(task)?.status === 'SyncFailed');
  const running = tasks.filter((task) => run.results.isRunning(task));
  const text = 'one or more objects failed to apply';
  if (running.length === 0) {
    const end = yield* runSyncFailHooks(failHooks, refused, text, run);
    if (end.type === 'finished') yield* deleteHooks(onFailure, run);
    return end;
  }
  if (failHooks.length > 0) yield* runSyncFailHooks(failHooks, refused, text, run);
  return { type: 'progress', message: waitMessage([...running, ...failHooks], false) };
}
