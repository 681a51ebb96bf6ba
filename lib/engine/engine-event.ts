import type { ApplicationRef } from './ports/ledger';
import type { SyncEvent } from './sync/sync-event';

/** What the engine tells whoever listens: the API's stream, metrics, later notifications. Cheap: readers look for themselves. */
export type EngineNotice =
  | { type: 'status' }
  | { type: 'application'; ref: ApplicationRef }
  | { type: 'application-removed'; ref: ApplicationRef }
  | { type: 'tree'; ref: ApplicationRef }
  | { type: 'compared'; ref: ApplicationRef }
  | {
      type: 'operation-started';
      ref: ApplicationRef;
      operationId: string;
      planDigest: string | null;
      at: Date;
    }
  | { type: 'operation-progress'; ref: ApplicationRef; operationId: string; event: SyncEvent; at: Date }
  | {
      type: 'operation-finished';
      ref: ApplicationRef;
      operationId: string;
      phase: 'Succeeded' | 'Failed' | 'Error';
      message: string;
      at: Date;
    };

export type NoticeListener = (notice: EngineNotice) => void;
