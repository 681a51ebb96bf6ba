import type { ActionOutcome, PassEnd, SyncAction } from '@/lib/domain/sync/run/sync-action';
import type { SyncRun } from '@/lib/domain/sync/run/sync-run';

/** The only output of a running sync, in order. */
export type SyncEvent =
  | { type: 'pass-started'; run: SyncRun; isTerminating: boolean }
  | { type: 'acting'; actions: SyncAction[] }
  | { type: 'acted'; actions: SyncAction[]; outcomes: ActionOutcome[] }
  /** Nothing is done now, such as while a window is closed. */
  | { type: 'blocked'; message: string }
  | { type: 'pass-ended'; end: PassEnd };
