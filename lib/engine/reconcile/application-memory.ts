import type { Comparison } from './comparison';
import type { RefreshLevel } from './refresh-decision';

/** What the engine remembers of one Application between reconciliations; rebuilt after a restart. */
export interface ApplicationMemory {
  comparison?: Comparison;
  /** Asked for by a change, until the next comparison. */
  requested?: RefreshLevel;
  /** Since when live differs although Git did not move. */
  driftSince?: Date;
  /** Why the last automated sync was not started; shown beside the status. */
  autoSyncBlockedBy?: string;
  /** Resolved when a requested comparison is done. */
  waiters: (() => void)[];
  /** Woken by a change of live objects. */
  changeListeners: Set<() => void>;
  isDeleting?: boolean;
}

export function newMemory(): ApplicationMemory {
  return { waiters: [], changeListeners: new Set() };
}
