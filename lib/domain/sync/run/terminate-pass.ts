import { hookOutcome } from './assess-running';
import type { Batches } from './run-tasks';
import { releaseHooks } from './run-tasks';
import type { PassEnd, SyncAction } from './sync-action';
import type { SyncRun } from './sync-run';

/**
 * Ends an operation before its time: running hooks are released and deleted, one that finished meanwhile keeps its
 * outcome. SyncFail hooks do not run, and what was applied stays.
 */
export function* terminatePass(run: SyncRun): Batches<PassEnd> {
  const hooks = run.tasks.filter((task) => task.isHook);
  yield* releaseHooks(
    hooks.filter((task) => task.live && run.results.isCompleted(task)),
    run,
  );
  const running = hooks.filter((task) => run.results.isRunning(task));
  for (const task of running.filter((each) => !each.live)) {
    run.results.set(task, {
      status: run.results.of(task)?.status,
      phase: 'Succeeded',
      message: 'Terminated',
    });
  }
  const live = running.flatMap((task) =>
    task.live ? [{ task, ...hookOutcome(task.live, run.assessHealth) }] : [],
  );
  const released = yield* releaseHooks(
    live.map(({ task }) => task),
    run,
  );
  const doomed = live.filter(
    ({ task, phase }) => phase === 'Running' || task.deletePolicies.includes('HookFailed'),
  );
  const outcomes =
    doomed.length > 0 ? yield doomed.map(({ task }): SyncAction => ({ type: 'delete-hook', task })) : [];
  for (const { task, phase, message } of live) {
    const outcome = outcomes[doomed.findIndex((each) => each.task === task)];
    const { status } = run.results.of(task) ?? { status: undefined };
    if (outcome?.ok === false) {
      run.results.set(task, { status, phase: 'Failed', message: `Failed to delete: ${outcome.message}` });
    } else if (phase !== 'Running') run.results.set(task, { status, phase, message });
    else if (run.results.of(task)?.phase !== 'Error') {
      run.results.set(task, { status, phase: 'Failed', message: 'Terminated' });
    }
  }
  const isClean = released === 'successful' && outcomes.every((outcome) => outcome.ok);
  return isClean
    ? { type: 'finished', phase: 'Failed', message: 'Operation terminated' }
    : { type: 'finished', phase: 'Error', message: 'Operation termination had errors' };
}
