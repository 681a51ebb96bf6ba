import type { ResourceHealth } from '../../health/health-status';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { SyncOptions } from '../option/sync-options';
import type { SyncTask } from '../task/sync-task';
import type { TaskResults } from './task-results';

/** What one pass of a sync works on. `results` is carried from pass to pass and written by the pass. */
export interface SyncRun {
  /** From `buildTasks`, with what is live now. */
  tasks: readonly SyncTask[];
  results: TaskResults;
  options: Pick<SyncOptions, 'applyOutOfSyncOnly' | 'prune'>;
  destinationNamespace: string;
  prune: boolean;
  dryRun: boolean;
  /** A person has agreed to what asks for confirmation. */
  isPruneConfirmed: boolean;
  /** null: the kind has no health check. */
  assessHealth: (live: KubernetesObject) => ResourceHealth | null;
  /** With ApplyOutOfSyncOnly: whether the object is as declared and need not be applied. */
  isUnchanged?: (task: SyncTask) => boolean;
  /** Why a task cannot run at all (not permitted, kind not served); undefined when it can. */
  problemOf?: (task: SyncTask) => string | undefined;
}
