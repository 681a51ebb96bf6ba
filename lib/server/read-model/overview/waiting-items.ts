import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { WaitingItem } from '@/lib/contracts/platform/overview';
import { compareEnvironments } from '../application/environment-of';

const ORDER: WaitingItem['kind'][] = ['interrupted', 'failed-sync', 'degraded', 'condition', 'drift'];

/** What needs a person, one line per application: its most urgent reason. Production before the rest, then the oldest. */
export function waitingItems(rows: readonly ApplicationRow[]): WaitingItem[] {
  return rows
    .flatMap((row) => waitingItem(row) ?? [])
    .sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        compareEnvironments(b.environment ?? '', a.environment ?? '') ||
        (a.since ?? '').localeCompare(b.since ?? ''),
    );
}

function waitingItem(row: ApplicationRow): WaitingItem | undefined {
  const of = (kind: WaitingItem['kind'], message: string, since: string | null): WaitingItem => ({
    kind,
    application: { cluster: row.cluster, namespace: row.namespace, name: row.name },
    environment: row.environment,
    message,
    since,
  });
  const { operation, health, counts } = row;
  if (operation?.phase === 'Failed' || operation?.phase === 'Error')
    return of('failed-sync', operation.message, operation.finishedAt);
  if (health.status === 'Degraded') return of('degraded', health.message, health.since);
  const error = row.conditions.find((condition) => condition.type.endsWith('Error'));
  if (error) return of('condition', error.message, error.since);
  const heals = row.autoSync.enabled && row.autoSync.selfHeal;
  if (row.driftSince && !heals) return of('drift', `${counts.outOfSync + counts.toPrune}`, row.driftSince);
  return undefined;
}
