import type { SyncTask } from '../task/sync-task';

/**
 * Prune tasks in reverse: the waves that occur among them are swapped pairwise, the first with the last. Those that
 * come last of all run one wave after the last of the Sync phase, which is 1 at least.
 */
export function assignPruneWaves(
  tasks: readonly SyncTask[],
  isPrunedLast: (task: SyncTask) => boolean,
): SyncTask[] {
  const waves = [...new Set(tasks.filter((task) => task.isPrune).map((task) => task.wave))].sort(
    (a, b) => a - b,
  );
  const reversed = new Map(waves.map((wave, index) => [wave, waves[waves.length - 1 - index] ?? wave]));
  const swapped = tasks.map((task) =>
    task.isPrune ? { ...task, wave: reversed.get(task.wave) ?? task.wave } : task,
  );
  const lastWave = swapped.reduce((max, task) => (task.phase === 'Sync' ? Math.max(max, task.wave) : max), 0);
  return swapped.map((task) => (task.isPrune && isPrunedLast(task) ? { ...task, wave: lastWave + 1 } : task));
}
