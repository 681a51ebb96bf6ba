import { hasMultipleSources, type Application } from '@/lib/domain/application/application';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import type {
  Operation,
  OperationState,
  SyncOperationResult,
} from '@/lib/domain/application/application-status';

/** What an operation is to sync: its own sources and revisions where it states them, else the Application's. */
export function sourcesOfOperation(operation: Operation): {
  sources?: ApplicationSource[];
  revisions?: string[];
} {
  const sync = operation.sync;
  const sources = sync?.sources ?? (sync?.source ? [sync.source] : undefined);
  const revisions = sync?.revisions ?? (sync?.revision ? [sync.revision] : undefined);
  return {
    ...(sources && sources.length > 0 ? { sources } : {}),
    ...(revisions && revisions.length > 0 ? { revisions } : {}),
  };
}

/** The head of `syncResult`: revisions and sources that the operation is about. */
export function resultHead(app: Application, operation: Operation, revisions: string[]): SyncOperationResult {
  const { sources } = sourcesOfOperation(operation);
  const isMulti =
    operation.sync?.sources !== undefined || (!operation.sync?.source && hasMultipleSources(app.spec));
  const [source] = sources ?? [];
  if (isMulti) return { revisions, sources: sources ?? app.spec.sources ?? [] };
  const single = source ?? app.spec.source;
  return { revision: revisions[0] ?? '', ...(single ? { source: single } : {}) };
}

/** An operation that runs, waits for a retry, or was interrupted by a restart. */
export function isInProgress(app: Application): boolean {
  const state = app.status?.operationState;
  return state !== undefined && (state.phase === 'Running' || state.phase === 'Terminating');
}

/** Running, ended once, and due again at a time. */
export function isRetryPending(state: OperationState): boolean {
  return state.phase === 'Running' && state.finishedAt !== undefined;
}

export function triggerOf(operation: Operation): 'user' | 'automated' | 'self-heal' {
  if (operation.sync?.selfHealAttemptsCount || operation.sync?.autoHealAttemptsCount) return 'self-heal';
  return operation.initiatedBy?.automated ? 'automated' : 'user';
}
