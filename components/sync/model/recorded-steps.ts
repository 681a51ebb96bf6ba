import type { OperationProgress, OperationView, TaskState } from '@/lib/contracts/sync/operation';
import { formatResourceKey } from '@/lib/domain/resource/resource-key';
import type { PlanSection } from './plan-sections';

/** Tasks of which the stream said nothing here (page opened late) take their state from the recorded results. */
export function withResults(
  steps: readonly OperationProgress[],
  operation: OperationView,
  sections: readonly PlanSection[],
): OperationProgress[] {
  const told = new Set(steps.flatMap((step) => (step.type === 'task' ? [step.taskId] : [])));
  const results = new Map(operation.resources.map((resource) => [formatResourceKey(resource.key), resource]));
  const at = operation.finishedAt ?? operation.startedAt;
  const recorded = sections.flatMap((section) =>
    section.tasks.flatMap((task): OperationProgress[] => {
      const result = results.get(formatResourceKey(task.key));
      if (!result || told.has(task.id)) return [];
      const state = stateOf(result);
      return [
        {
          type: 'task',
          at,
          taskId: task.id,
          key: task.key,
          phase: section.phase,
          wave: section.wave,
          state,
          message: result.message,
        },
      ];
    }),
  );
  return [...recorded, ...steps];
}

function stateOf(result: OperationView['resources'][number]): TaskState {
  if (result.hookPhase === 'Running') return 'running';
  if (result.hookPhase === 'Failed' || result.hookPhase === 'Error' || result.status === 'SyncFailed')
    return 'failed';
  if (result.status === 'Pruned') return 'pruned';
  return result.status === 'PruneSkipped' ? 'skipped' : 'succeeded';
}
