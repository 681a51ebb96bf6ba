import type { SyncTask } from '../task/sync-task';
import { runTasks, type Batches } from './run-tasks';
import type { PassEnd } from './sync-action';
import type { SyncRun } from './sync-run';
import { waitMessage } from './wait-message';

/**
 * Ends a failed sync: without SyncFail hooks at once, with them after all of them, regardless of their waves.
 * `refused` are the tasks whose messages say why.
 */
export function* runSyncFailHooks(
  hooks: readonly SyncTask[],
  refused: readonly SyncTask[],
  message: string,
  run: SyncRun,
): Batches<PassEnd> {
  const failure = withReasons(message, refused, run);
  if (hooks.every((task) => run.results.isCompleted(task))) {
    const failedHooks = hooks.filter((task) => run.results.of(task)?.status === 'SyncFailed');
    const more =
      failedHooks.length > 0 ? `\n${withReasons('one or more SyncFail hooks failed', failedHooks, run)}` : '';
    return { type: 'finished', phase: 'Failed', message: failure + more };
  }
  const pending = hooks.filter((task) => run.results.isPending(task));
  yield* runTasks(pending, run, false);
  return { type: 'progress', message: waitMessage(pending, false) };
}

function withReasons(message: string, tasks: readonly SyncTask[], run: SyncRun): string {
  const reasons = tasks.map((task) => run.results.of(task)?.message ?? '');
  return reasons.length > 0 ? `${message}, reason: ${reasons.join(',')}` : message;
}
