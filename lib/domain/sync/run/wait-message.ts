import { describeTask, type SyncTask } from '../task/sync-task';

/** "waiting for completion of hook batch/Job/migrate and 2 more hooks", as Argo CD words it; '' for nothing. */
export function waitMessage(tasks: readonly SyncTask[], isDeletion: boolean): string {
  const hook = tasks.find((task) => task.isHook);
  const first = hook ?? tasks[0];
  if (!first) return '';
  const health = hook ? 'completion of hook' : 'healthy state of';
  const deletion = hook ? 'deletion of hook' : 'deletion of';
  const others = tasks.every((task) => task.isHook) ? 'hooks' : 'resources';
  const rest = tasks.length > 1 ? ` and ${tasks.length - 1} more ${others}` : '';
  return `waiting for ${isDeletion ? deletion : health} ${describeTask(first)}${rest}`;
}

export function confirmationMessage(tasks: readonly SyncTask[]): string {
  const [first] = tasks;
  const rest = tasks.length > 1 ? ` and ${tasks.length - 1} more resources` : '';
  return first ? `waiting for pruning confirmation of ${describeTask(first)}${rest}` : '';
}
