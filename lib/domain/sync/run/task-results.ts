import type { OperationPhase, ResultCode } from '../../application/application-status';
import type { SyncTask } from '../task/sync-task';

/** What became of a task so far. Without a `phase` it has not run. */
export interface TaskResult {
  task: SyncTask;
  status: ResultCode | undefined;
  phase: OperationPhase | undefined;
  message: string;
}

/**
 * Results of a run by task id, in the order in which tasks were first heard of. They outlive the tasks: what was
 * pruned is no task in later passes but stays a result.
 */
export class TaskResults {
  readonly #results = new Map<string, TaskResult>();

  /** An empty message keeps the one before. */
  set(
    task: SyncTask,
    result: { status: ResultCode | undefined; phase: OperationPhase | undefined; message: string },
  ): void {
    const before = this.#results.get(task.id);
    this.#results.set(task.id, { task, ...result, message: result.message || (before?.message ?? '') });
  }

  of(task: SyncTask): TaskResult | undefined {
    return this.#results.get(task.id);
  }

  all(): TaskResult[] {
    return [...this.#results.values()];
  }

  get isEmpty(): boolean {
    return this.#results.size === 0;
  }

  isPending(task: SyncTask): boolean {
    return this.of(task)?.phase === undefined;
  }

  isRunning(task: SyncTask): boolean {
    return this.of(task)?.phase === 'Running';
  }

  isCompleted(task: SyncTask): boolean {
    const phase = this.of(task)?.phase;
    return phase === 'Succeeded' || phase === 'Failed' || phase === 'Error';
  }

  hasFailed(task: SyncTask): boolean {
    return this.isCompleted(task) && this.of(task)?.phase !== 'Succeeded';
  }
}
