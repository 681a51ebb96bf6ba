import type { ResourceHealth } from '../../health/health-status';
import type { OperationPhase } from '../../application/application-status';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { describeTask, type SyncTask } from '../task/sync-task';
import type { SyncRun } from './sync-run';

/** Reads the live state of what runs and writes what came of it into the results. */
export function assessRunning(run: SyncRun): void {
  for (const task of run.tasks) {
    if (!task.live || !run.results.isRunning(task)) continue;
    const status = run.results.of(task)?.status;
    if (task.isHook) run.results.set(task, { status, ...hookOutcome(task.live, run.assessHealth) });
    else {
      const outcome = resourceOutcome(run.assessHealth(task.live));
      if (outcome) run.results.set(task, { status, ...outcome });
    }
  }
}

/** How far a live hook is. One without a health check is done once it exists. */
export function hookOutcome(
  live: KubernetesObject,
  assessHealth: SyncRun['assessHealth'],
): { phase: OperationPhase; message: string } {
  const health = assessHealth(live);
  if (!health) return { phase: 'Succeeded', message: `${live.metadata.name ?? ''} created` };
  const message = health.message ?? '';
  switch (health.status) {
    case 'Healthy':
      return { phase: 'Succeeded', message };
    case 'Unknown':
    case 'Degraded':
      return { phase: 'Failed', message };
    case 'Missing':
      return { phase: 'Succeeded', message };
    case 'Progressing':
    case 'Suspended':
      return { phase: 'Running', message };
  }
}

function resourceOutcome(
  health: ResourceHealth | null,
): { phase: OperationPhase; message: string } | undefined {
  if (!health) return { phase: 'Succeeded', message: '' };
  if (health.status === 'Healthy') return { phase: 'Succeeded', message: health.message ?? '' };
  if (health.status === 'Degraded') return { phase: 'Failed', message: health.message ?? '' };
  return undefined;
}

/** What was applied in an earlier pass and is not there any more would be waited for without end. */
export function failMissing(tasks: readonly SyncTask[], appliedNow: ReadonlySet<string>, run: SyncRun): void {
  for (const task of tasks) {
    if (task.live || appliedNow.has(task.id)) continue;
    const message = `Resource ${describeTask(task)} is missing, it might have been deleted`;
    run.results.set(task, { status: 'SyncFailed', phase: 'Error', message });
  }
}
