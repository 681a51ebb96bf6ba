import type { ResourceResult } from '@/lib/domain/application/application-status';
import { imagesOf } from '@/lib/domain/live/live-facts';
import { gvkOf } from '@/lib/domain/resource/resource-key';
import { TaskResults, type TaskResult } from '@/lib/domain/sync/run/task-results';
import { taskId, type SyncTask } from '@/lib/domain/sync/task/sync-task';

/** Results of a run → `status.operationState.syncResult.resources`, as Argo CD writes them. */
export function resourceResultsOf(results: TaskResults): ResourceResult[] {
  return results.all().map(({ task, status, phase, message }) => {
    const object = task.target ?? task.live;
    const { group, version, kind } = object ? gvkOf(object) : { ...task.key, version: task.version };
    const images = task.target ? imagesOf(task.target) : [];
    return {
      group,
      version,
      kind,
      namespace: task.livesIn || task.key.namespace,
      name: task.key.name,
      ...(status ? { status } : {}),
      message,
      ...(task.isHook ? { hookType: task.phase } : {}),
      ...(phase ? { hookPhase: phase } : {}),
      syncPhase: task.phase,
      ...(images.length > 0 ? { images } : {}),
    };
  });
}

/** The inverse, for an operation that goes on after a restart: tasks are known by their ids alone. */
export function restoreResults(resources: readonly ResourceResult[]): TaskResults {
  const results = new TaskResults();
  for (const resource of resources) {
    const result: Omit<TaskResult, 'task'> = {
      status: resource.status,
      phase: resource.hookPhase,
      message: resource.message ?? '',
    };
    results.set(taskOf(resource), result);
  }
  return results;
}

function taskOf(resource: ResourceResult): SyncTask {
  const { group, kind, namespace, name, version } = resource;
  const phase = resource.syncPhase ?? 'Sync';
  const key = { group, kind, namespace, name };
  return {
    id: taskId(phase, key),
    phase,
    wave: 0,
    key,
    version,
    isHook: resource.hookType !== undefined && resource.hookType !== '',
    isPrune: resource.status === 'Pruned' || resource.status === 'PruneSkipped',
    deletePolicies: [],
    livesIn: namespace,
    skipsDryRun: false,
  };
}
