import type { SyncTask } from '../task/sync-task';

/** What the runner is asked to do now. All actions of one batch may run at the same time. */
export type SyncAction =
  /** Check the manifest without writing. */
  | { type: 'check'; task: SyncTask }
  | { type: 'apply'; task: SyncTask }
  /** Delete what is no longer declared. */
  | { type: 'prune'; task: SyncTask }
  /** Delete a hook, because of a delete policy or because the operation is terminated. */
  | { type: 'delete-hook'; task: SyncTask }
  /** Take the hook finalizer off the live object, if it is there. */
  | { type: 'release-hook'; task: SyncTask };

/** `gone`: there was nothing to delete. `message` is what the result says. */
export interface ActionOutcome {
  ok: boolean;
  message: string;
  gone?: boolean;
}

/** One outcome per action, in the order of the batch. */
export type Batch = SyncAction[];

/** How a pass over the tasks ended. After `progress` and `waiting` another pass follows. */
export type PassEnd =
  | { type: 'finished'; phase: 'Succeeded' | 'Failed' | 'Error'; message: string }
  /** Something was done; `wave` names the wave that was applied, after which the runner pauses. */
  | { type: 'progress'; message: string; wave?: { phase: SyncTask['phase']; wave: number; isLast: boolean } }
  /** Nothing to do until one of these changes; empty when a person is to confirm. */
  | { type: 'waiting'; message: string; for: 'health' | 'deletion' | 'confirmation'; tasks: SyncTask[] };
