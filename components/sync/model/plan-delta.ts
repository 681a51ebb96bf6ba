import type { PlanTask, SyncPlan } from '@/lib/contracts/sync/sync-plan';

/** How a plan differs from the one that was read. Ids of tasks. */
export interface PlanDelta {
  added: string[];
  removed: PlanTask[];
  changed: string[];
  /** Number of objects to review; at least 1 where only the revision moved. */
  count: number;
}

/** Tasks that are new, gone or do something else. `unchanged` ones do nothing in either plan. */
export function planDelta(read: SyncPlan, now: SyncPlan): PlanDelta {
  const before = tasksOf(read);
  const after = tasksOf(now);
  const added = [...after.keys()].filter((id) => !before.has(id));
  const removed = [...before].filter(([id]) => !after.has(id)).map(([, task]) => task);
  const changed = [...after].filter(([id, task]) => {
    const other = before.get(id);
    return other !== undefined && faceOf(other) !== faceOf(task);
  });
  const count = added.length + removed.length + changed.length;
  return { added, removed, changed: changed.map(([id]) => id), count: Math.max(1, count) };
}

function tasksOf(plan: SyncPlan): Map<string, PlanTask> {
  const tasks = plan.phases.flatMap((phase) => phase.waves.flatMap((wave) => wave.tasks));
  return new Map(tasks.filter((task) => task.action !== 'unchanged').map((task) => [task.id, task]));
}

function faceOf(task: PlanTask): string {
  return [task.action, task.write, task.reason, task.fields, task.force].join('\n');
}
