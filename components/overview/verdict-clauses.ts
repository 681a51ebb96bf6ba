import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type { Overview, WaitingItem } from '@/lib/contracts/platform/overview';

export interface VerdictClause {
  readonly kind: WaitingItem['kind'] | 'waiting' | 'syncing' | 'closed';
  readonly count: number;
}

const urgency = [
  'failed-sync',
  'interrupted',
  'degraded',
  'drift',
  'condition',
] as const satisfies readonly WaitingItem['kind'][];

/**
 * At most three clauses: what needs a person, what moves, what is closed. Causes that find no clause of their
 * own are summed up as applications that wait for somebody.
 */
export function verdictClauses(overview: Overview): VerdictClause[] {
  const people = urgency
    .map((kind): VerdictClause => ({
      kind,
      count: countApplications(overview.waiting.filter((item) => item.kind === kind)),
    }))
    .filter((clause) => clause.count > 0);
  const rest: VerdictClause[] = [
    { kind: 'syncing' as const, count: overview.applications.syncing },
    { kind: 'closed' as const, count: overview.applications.closed },
  ].filter((clause) => clause.count > 0);
  const room = 3 - rest.length;
  const waiting: VerdictClause = { kind: 'waiting', count: countApplications(overview.waiting) };
  return [...(people.length <= room ? people : [waiting]), ...rest];
}

function countApplications(waiting: readonly WaitingItem[]): number {
  return new Set(waiting.map((item) => formatApplicationRef(item.application))).size;
}
