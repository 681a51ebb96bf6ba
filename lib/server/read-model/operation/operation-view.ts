import type { OperationView } from '@/lib/contracts/sync/operation';
import type { Application } from '@/lib/domain/application/application';
import type { Operation, SyncOperationResult } from '@/lib/domain/application/application-status';
import type { OperationRecord } from '@/lib/engine/ports/ledger';

type Shared = Pick<OperationView, 'prune' | 'partial' | 'resources'>;

/** What a record and a state of the custom resource show alike. */
function sharedFacts(operation: Operation, result: SyncOperationResult | null): Shared {
  return {
    prune: operation.sync?.prune ?? false,
    partial: (operation.sync?.resources?.length ?? 0) > 0,
    resources: (result?.resources ?? []).map((each) => ({
      key: { group: each.group, kind: each.kind, namespace: each.namespace, name: each.name },
      version: each.version,
      status: each.status ?? null,
      message: each.message ?? '',
      syncPhase: each.syncPhase ?? null,
      hookPhase: each.hookPhase ?? null,
      hookType: each.hookType ?? '',
    })),
  };
}

/** An operation as the ledger has it. */
export function operationOfRecord(record: OperationRecord, cluster: string): OperationView {
  const { operation, result, startedAt, finishedAt, application, ...rest } = record;
  return {
    ...rest,
    // Written by the engine as the custom resource has them.
    ...sharedFacts(operation, result),
    application: { cluster, ...application },
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** The running or last operation as the custom resource has it; null before the first. */
export function operationOfStatus(application: Application, cluster: string): OperationView | null {
  const state = application.status?.operationState;
  if (!state) return null;
  const { metadata, spec } = application;
  const { operation, syncResult } = state;
  const automated = operation.initiatedBy?.automated ?? false;
  const revision = syncResult?.revision ?? operation.sync?.revision;
  return {
    // The custom resource has no id: start times of one application differ.
    id: `${metadata.namespace}/${metadata.name}@${state.startedAt}`,
    application: { cluster, namespace: metadata.namespace, name: metadata.name },
    project: spec.project,
    phase: state.phase,
    message: state.message ?? '',
    trigger: !automated ? 'user' : operation.sync?.selfHealAttemptsCount ? 'self-heal' : 'automated',
    initiatedBy: operation.initiatedBy?.username ?? (automated ? 'automated sync' : ''),
    dryRun: operation.sync?.dryRun ?? false,
    revisions: syncResult?.revisions ?? operation.sync?.revisions ?? (revision ? [revision] : []),
    planDigest: null,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt ?? null,
    retryCount: state.retryCount ?? 0,
    ...sharedFacts(operation, syncResult ?? null),
  };
}
