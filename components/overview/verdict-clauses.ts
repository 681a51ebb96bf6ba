import type { Overview, WaitingItem } from '@/lib/contracts/platform/overview';

export interface VerdictClause {
  readonly kind: WaitingItem['kind'] | 'syncing' | 'closed';
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
 * At most three clauses: what needs a person, what moves, what is closed. People come first, so they may
 * take all three when nothing else is to be said.
 */
export function verdictClauses(overview: Overview): VerdictClause[] {
  const people = urgency
    .map((kind): VerdictClause => ({ kind, count: countApplications(overview.waiting, kind) }))
    .filter((clause) => clause.count > 0);
  const rest: VerdictClause[] = [
    { kind: 'syncing' as const, count: overview.applications.syncing },
    { kind: 'closed' as const, count: overview.applications.closed },
  ].filter((clause) => clause.count > 0);
  return [...people.slice(0, 3 - Math.min(rest.length, 2)), ...rest].slice(0, 3);
}

function countApplications(waiting: readonly WaitingItem[], kind: WaitingItem['kind']): number {
  const names = waiting
    .filter((item) => item.kind === kind)
    .map(({ application }) => `${application.cluster}/${application.namespace}/${application.name}`);
  return new Set(names).size;
}
