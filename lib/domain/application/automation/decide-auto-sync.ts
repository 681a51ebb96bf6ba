import type { Application } from '../application';
import { hasMultipleSources } from '../application';
import type {
  ApplicationCondition,
  Operation,
  OperationState,
  ResourceStatus,
  SyncOperationResource,
  SyncStatus,
} from '../application-status';
import { previousAttempt } from './previous-attempt';
import { SELF_HEAL_COOLDOWN_MS, selfHealDelayMs } from './self-heal-delay';

export interface AutoSyncInput {
  application: Application;
  /** What the comparison just found; `revisions` in order of sources. */
  status: SyncStatus;
  revisions: readonly string[];
  resources: readonly ResourceStatus[];
  now: Date;
}

export type AutoSyncDecision =
  /** Write this operation. `isSelfHeal`: Git did not move, the cluster did. */
  | { type: 'sync'; operation: Operation; isSelfHeal: boolean }
  | { type: 'skip'; reason: string }
  /** Self-heal waits; ask again then. */
  | { type: 'wait'; reason: string; until: Date }
  /** Something is wrong that a person or a new commit has to solve. */
  | { type: 'blocked'; condition: ApplicationCondition };

/** Default of automated syncs without a retry policy. */
const DEFAULT_RETRY_LIMIT = 5;

/**
 * Whether an Application syncs itself now (semantics.md §6). One attempt per revision and sources: a failed one blocks,
 * after a successful one only self-heal goes on. Sync windows are asked apart from this.
 */
export function decideAutoSync(input: AutoSyncInput): AutoSyncDecision {
  const { application: app, resources, revisions } = input;
  const reason = reasonToSkip(input);
  if (reason !== undefined) return { type: 'skip', reason };
  const attempt = previousAttempt(app, revisions);
  const operation = automatedOperation(app, revisions);
  if (attempt) {
    const answer = selfHeal(input, attempt, operation);
    if (answer) return answer;
  }
  const automated = app.spec.syncPolicy?.automated;
  if (automated?.prune && !automated.allowEmpty && resources.every((each) => each.requiresPruning)) {
    const message = `Skipping sync attempt to ${listed(revisions)}: auto-sync will wipe out all resources`;
    return { type: 'blocked', condition: { type: 'SyncError', message } };
  }
  return { type: 'sync', operation, isSelfHeal: attempt !== undefined };
}

function reasonToSkip({ application: app, status, resources, revisions }: AutoSyncInput): string | undefined {
  const automated = app.spec.syncPolicy?.automated;
  if (!automated || automated.enabled === false) return 'automated sync is off';
  if (app.operation) return 'another operation is in progress';
  if (app.metadata.deletionTimestamp) return 'the application is being deleted';
  if (status !== 'OutOfSync') return `the application is ${status}`;
  if (!automated.prune && resources.every((each) => each.status === 'Synced' || each.requiresPruning)) {
    return 'only resources to prune are out of sync and automated prune is off';
  }
  const before = app.status?.sync?.revisions;
  const isUnmoved = before !== undefined && before.join(' ') === revisions.join(' ');
  if (hasMultipleSources(app.spec) && !automated.selfHeal && isUnmoved) return 'no source has a new revision';
  return undefined;
}

function automatedOperation(app: Application, revisions: readonly string[]): Operation {
  const { syncPolicy, source, sources } = app.spec;
  const isMulti = hasMultipleSources(app.spec);
  return {
    sync: {
      ...(isMulti ? { revisions: [...revisions] } : { revision: revisions[0] ?? '' }),
      ...(isMulti && sources ? { sources } : source ? { source } : {}),
      ...(syncPolicy?.automated?.prune ? { prune: true } : {}),
      ...(syncPolicy?.syncOptions ? { syncOptions: syncPolicy.syncOptions } : {}),
    },
    initiatedBy: { automated: true },
    retry: syncPolicy?.retry ?? { limit: DEFAULT_RETRY_LIMIT },
  };
}

/** Completes `operation` to a self-heal of what differs, or says why not now. */
function selfHeal(
  { application: app, resources, revisions, now }: AutoSyncInput,
  attempt: OperationState,
  operation: Operation,
): AutoSyncDecision | undefined {
  if (attempt.phase !== 'Succeeded') {
    const message = `Failed last sync attempt to ${listed(revisions)}: ${attempt.message ?? ''}`;
    return { type: 'blocked', condition: { type: 'SyncError', message } };
  }
  if (!app.spec.syncPolicy?.automated?.selfHeal) {
    return { type: 'skip', reason: `the last sync was to ${listed(revisions)} already and self-heal is off` };
  }
  const sinceMs = attempt.finishedAt ? now.getTime() - Date.parse(attempt.finishedAt) : SELF_HEAL_COOLDOWN_MS;
  const earlier = attempt.operation.sync?.selfHealAttemptsCount ?? 0;
  const attempts = sinceMs >= SELF_HEAL_COOLDOWN_MS ? 0 : earlier;
  const waitMs = selfHealDelayMs(attempts) - sinceMs;
  if (waitMs > 0) {
    const until = new Date(now.getTime() + waitMs);
    return { type: 'wait', reason: `self-heal attempt ${attempts + 1} waits`, until };
  }
  operation.sync = {
    ...operation.sync,
    selfHealAttemptsCount: attempts + 1,
    resources: resources.filter((each) => each.status !== 'Synced').map(selectionOf),
  };
  return undefined;
}

/** Ours: with the namespace, so that a namesake elsewhere is left alone. */
function selectionOf(resource: ResourceStatus): SyncOperationResource {
  return {
    ...(resource.group ? { group: resource.group } : {}),
    kind: resource.kind,
    name: resource.name,
    ...(resource.namespace ? { namespace: resource.namespace } : {}),
  };
}

function listed(revisions: readonly string[]): string {
  return `[${revisions.join(' ')}]`;
}
