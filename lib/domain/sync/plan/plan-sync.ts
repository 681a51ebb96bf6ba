import { resourceOption } from '../option/resource-options';
import { writeStrategyOf } from '../option/write-strategy';
import { buildTasks } from '../task/build-tasks';
import type { SyncTask } from '../task/sync-task';
import type { TaskInput } from '../task/task-input';
import { planDigest } from './plan-digest';
import { planWarnings, type TaskFacts } from './plan-warnings';
import type { PlanAction, PlannedPhase, PlannedTask, PlanWrite, SyncPlan } from './sync-plan';

export interface PlanInput extends TaskInput {
  prune: boolean;
  isPruneConfirmed?: boolean;
  /** What the comparison knows of a task; undefined where nothing is known, which counts as changed. */
  changesOf: (task: SyncTask) => PlannedChanges | undefined;
  facts: TaskFacts;
  /** SHA-256 in hexadecimal; a server passes the platform's, which is much faster on large manifests. */
  hash?: (text: string) => string;
}

/** Result of comparing a target with what is live. */
interface PlannedChanges {
  /** Paths that differ, in a stable order; empty when target and live agree. */
  paths: readonly string[];
  /** The change in words, such as "image 1.4.2 → 1.5.0"; '' when nothing stands out. */
  summary: string;
}

/**
 * The plan of a sync: the same tasks that the run will take, each with what is written and why. A hook that runs in two
 * phases is two tasks.
 */
export function planSync(input: PlanInput): SyncPlan {
  const tasks = buildTasks(input);
  const planned = tasks.map((task) => planTask(task, input));
  const counts: SyncPlan['counts'] = { create: 0, update: 0, unchanged: 0, prune: 0, hook: 0, skip: 0 };
  for (const each of planned) counts[each.action] += 1;
  const warnings = planWarnings(tasks, input);
  return {
    digest: planDigest(tasks, planned, input),
    phases: groupByPhase(tasks, planned),
    counts,
    warnings,
    isValid: !warnings.some((each) => each.code === 'not-permitted' || each.code === 'kind-missing'),
  };
}

function planTask(task: SyncTask, input: PlanInput): PlannedTask {
  const base = { id: task.id, key: task.key, version: task.version, hook: task.isHook };
  if (task.isPrune || !task.target) return { ...base, ...plannedPrune(task, input) };
  const strategy = writeStrategyOf(task.target, task.live, input.options);
  const changes = task.live && !task.isHook ? input.changesOf(task) : undefined;
  const isUnchanged = changes?.paths.length === 0;
  const action: PlanAction = task.isHook
    ? 'hook'
    : task.live
      ? isUnchanged
        ? 'unchanged'
        : 'update'
      : 'create';
  const isLeftOut = isUnchanged && input.options.applyOutOfSyncOnly;
  return {
    ...base,
    action,
    write: isLeftOut ? 'none' : writeName(strategy.method, task),
    reason: changes?.summary ?? '',
    fields: changes?.paths.length ?? 0,
    force: strategy.force,
    needsConfirmation: false,
  };
}

function writeName(method: ReturnType<typeof writeStrategyOf>['method'], task: SyncTask): PlanWrite {
  if (method === 'update') return 'replace';
  return method === 'apply' && !task.live ? 'create' : method;
}

function plannedPrune(
  task: SyncTask,
  input: PlanInput,
): Omit<PlannedTask, 'id' | 'key' | 'version' | 'hook'> {
  const answer = resourceOption(task.live, 'Prune') ?? input.options.prune;
  const isKept = !input.prune || answer === 'false';
  return {
    action: isKept ? 'skip' : 'prune',
    write: isKept ? 'none' : 'delete',
    reason: isKept && input.prune ? 'Prune=false' : 'not in Git any more',
    fields: 0,
    force: false,
    needsConfirmation: !isKept && answer === 'confirm' && input.isPruneConfirmed !== true,
  };
}

function groupByPhase(tasks: readonly SyncTask[], planned: readonly PlannedTask[]): PlannedPhase[] {
  const phases: PlannedPhase[] = [];
  for (const [index, task] of tasks.entries()) {
    const entry = planned[index];
    if (!entry) continue;
    let phase = phases.find((each) => each.phase === task.phase);
    if (!phase) phases.push((phase = { phase: task.phase, waves: [] }));
    let wave = phase.waves.find((each) => each.wave === task.wave);
    if (!wave) phase.waves.push((wave = { wave: task.wave, tasks: [] }));
    wave.tasks.push(entry);
  }
  return phases;
}
