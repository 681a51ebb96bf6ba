import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { ActivityEntry } from '@/lib/contracts/platform/activity';
import type { Overview } from '@/lib/contracts/platform/overview';
import { SYNC_STATUSES } from '@/lib/domain/application/application-status';
import { HEALTH_STATUSES } from '@/lib/domain/health/health-status';
import type { ApplicationFacts, EngineView } from '../../engine-port';
import { toApplicationRow } from '../application/application-row';
import { operationOfStatus } from '../operation/operation-view';
import { overviewMatrix } from './overview-matrix';
import { waitingItems } from './waiting-items';

const DAY_MS = 864e5;

/** The first page: everything counted over what the caller may see. */
export function buildOverview(
  engine: EngineView,
  facts: readonly ApplicationFacts[],
  recent: ActivityEntry[],
  now: Date,
): Overview {
  const { cluster } = engine.controlPlane;
  const rows = facts.map((each) => toApplicationRow(each, cluster));
  const projects = new Set(rows.map((row) => row.project));
  const inFlight = facts.filter((each) => isRunning(each));
  return {
    applications: {
      total: rows.length,
      sync: countBy(SYNC_STATUSES, rows, (row) => row.sync.status),
      health: countBy(HEALTH_STATUSES, rows, (row) => row.health.status),
      syncing: inFlight.length,
      closed: rows.filter((row) => !row.window.open).length,
    },
    waiting: waitingItems(rows),
    inFlight: inFlight.flatMap((each) => inFlightItem(each, cluster) ?? []),
    ...overviewMatrix(rows),
    windows: engine
      .allWindowRules(now, new Date(now.getTime() + DAY_MS))
      .filter((rule) => projects.has(rule.project) && (rule.active || rule.occurrences.length > 0)),
    recent,
    at: now.toISOString(),
  };
}

function isRunning({ application }: ApplicationFacts): boolean {
  const phase = application.status?.operationState?.phase;
  return phase === 'Running' || phase === 'Terminating';
}

function inFlightItem(
  { application }: ApplicationFacts,
  cluster: string,
): Overview['inFlight'][number] | undefined {
  const operation = operationOfStatus(application, cluster);
  if (!operation) return undefined;
  const resources = (application.status?.resources ?? []).filter((each) => !each.hook).length;
  const done = operation.resources.filter(
    (each) => each.status !== null && each.hookPhase !== 'Running',
  ).length;
  return {
    application: operation.application,
    operation,
    done,
    total: Math.max(resources, operation.resources.length),
  };
}

function countBy<T extends string>(
  values: readonly T[],
  rows: readonly ApplicationRow[],
  valueOf: (row: ApplicationRow) => T,
): Record<T, number> {
  const counts = Object.fromEntries(values.map((value) => [value, 0])) as Record<T, number>;
  for (const row of rows) counts[valueOf(row)] += 1;
  return counts;
}
