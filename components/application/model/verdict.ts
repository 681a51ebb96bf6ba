import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { Condition } from '@/lib/contracts/application/application-row';

/** One clause of the verdict sentence; the words are the page's (messages `application.verdict`). */
export type VerdictClause =
  | { type: 'error'; condition: string; message: string }
  | { type: 'deleting' }
  | { type: 'syncing'; since: string }
  | { type: 'out-of-sync'; differ: number; resources: number; toPrune: number; missing: number }
  | { type: 'synced'; resources: number; isHealthy: boolean }
  | { type: 'unknown' }
  | { type: 'problem'; health: string; kind: string; name: string; message: string; others: number }
  | { type: 'health'; health: string; message: string }
  | { type: 'closed'; reason: string; until: string | null };

const MOST_CLAUSES = 3;
const ERRORS = ['InvalidSpecError', 'ComparisonError', 'DeletionError', 'UnknownError', 'SyncError'];

/** What needs a person, then what moves, then what is closed and until when; at most three clauses (look.md, Words). */
export function verdictClauses(detail: ApplicationDetail): VerdictClause[] {
  const { row } = detail;
  const clauses: VerdictClause[] = [];
  const error = firstError(row.conditions);
  if (error) clauses.push({ type: 'error', condition: error.type, message: error.message });
  if (row.deletingSince !== null) clauses.push({ type: 'deleting' });
  const isSyncing = row.operation?.phase === 'Running' || row.operation?.phase === 'Terminating';
  if (isSyncing && row.operation) clauses.push({ type: 'syncing', since: row.operation.startedAt });
  clauses.push(...syncClause(detail, error !== undefined));
  clauses.push(...healthClause(detail));
  if (!row.window.manualOpen)
    clauses.push({ type: 'closed', reason: row.window.reason, until: row.window.until });
  return clauses.slice(0, MOST_CLAUSES);
}

function firstError(conditions: readonly Condition[]): Condition | undefined {
  return ERRORS.flatMap((type) => conditions.find((condition) => condition.type === type) ?? [])[0];
}

function syncClause({ row, verdict }: ApplicationDetail, hasError: boolean): VerdictClause[] {
  if (row.sync.status === 'OutOfSync')
    return [
      {
        type: 'out-of-sync',
        differ: verdict.differ,
        resources: verdict.resources,
        toPrune: verdict.toPrune,
        missing: verdict.missing,
      },
    ];
  if (row.sync.status === 'Synced')
    return [{ type: 'synced', resources: verdict.resources, isHealthy: row.health.status === 'Healthy' }];
  return hasError ? [] : [{ type: 'unknown' }];
}

function healthClause({ row, verdict }: ApplicationDetail): VerdictClause[] {
  const { status, message } = row.health;
  if (status === 'Healthy' || status === 'Missing') return [];
  const [worst] = verdict.problems;
  const isWorst = worst?.health === status || status === 'Degraded';
  if (worst && isWorst)
    return [
      {
        type: 'problem',
        health: status,
        kind: worst.kind,
        name: worst.name,
        message: worst.message,
        others: verdict.problems.length - 1,
      },
    ];
  return [{ type: 'health', health: status, message }];
}
