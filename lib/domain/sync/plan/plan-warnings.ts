import type { SyncOptions } from '../option/sync-options';
import { describeTask, type SyncTask } from '../task/sync-task';
import type { TaskInput } from '../task/task-input';
import type { PlanWarning } from './sync-plan';

/** What the engine knows beside manifests and live objects. */
export interface TaskFacts {
  /** Name of another Application that tracks the same object. */
  sharedWith?: (task: SyncTask) => string | undefined;
  /** Managers that lose fields to this sync, with how many. */
  takeovers?: (task: SyncTask) => { manager: string; fields: number }[];
  /** Why the project forbids the object. */
  forbidden?: (task: SyncTask) => string | undefined;
}

type WarningInput = Pick<TaskInput, 'missingKind'> & {
  prune: boolean;
  options: Pick<SyncOptions, 'force' | 'unknown'>;
  facts: TaskFacts;
};

/** What a reader of the plan should know before saying yes, in the order of the tasks. */
export function planWarnings(tasks: readonly SyncTask[], input: WarningInput): PlanWarning[] {
  const warnings = tasks.flatMap((task) => taskWarnings(task, input));
  const hasTargets = tasks.some((task) => !task.isPrune);
  if (!hasTargets && input.prune && tasks.length > 0) {
    const message = `This deletes all ${tasks.length} resources of the application`;
    warnings.unshift({ code: 'prunes-everything', message, key: null });
  }
  for (const option of input.options.unknown) {
    warnings.push({
      code: 'unknown-option',
      message: `The sync option "${option}" is unknown and does nothing`,
      key: null,
    });
  }
  return warnings;
}

function taskWarnings(task: SyncTask, input: WarningInput): PlanWarning[] {
  const { key } = task;
  const warnings: PlanWarning[] = [];
  const object = task.target ?? task.live;
  const forbidden = input.facts.forbidden?.(task);
  if (forbidden !== undefined) warnings.push({ code: 'not-permitted', message: forbidden, key });
  const missing = object && input.missingKind?.(object);
  if (missing !== undefined && !task.skipsDryRun)
    warnings.push({ code: 'kind-missing', message: missing, key });
  const other = input.facts.sharedWith?.(task);
  if (other !== undefined) {
    const message = `${describeTask(task)} is part of ${other} too`;
    warnings.push({ code: 'shared-resource', message, key });
  }
  for (const { manager, fields } of input.facts.takeovers?.(task) ?? []) {
    const message = `${describeTask(task)}: takes over ${fields} ${fields === 1 ? 'field' : 'fields'} from ${manager}`;
    warnings.push({ code: 'ownership-takeover', message, key });
  }
  if (input.options.force && task.live && task.target && !task.isHook) {
    const message = `${describeTask(task)} is deleted and created anew where the change is refused`;
    warnings.push({ code: 'recreates', message, key });
  }
  return warnings;
}
