import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type {
  ApplicationQuery,
  GroupKey,
  GroupSummary,
  SortKey,
} from '@/lib/contracts/application/application-query';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import { SYNC_STATUSES } from '@/lib/domain/application/application-status';
import { HEALTH_STATUSES } from '@/lib/domain/health/health-status';
import { AppError } from '../../http/app-error';
import { compareEnvironments } from '../application/environment-of';
import { VALUES_OF } from './matches-token';

type Rank = string | number;
type Place = [group: string, value: Rank, id: string];

/** Worst first, as problems are looked for: Degraded before Missing before Progressing. */
const HEALTH_RANK = new Map(
  ['Degraded', 'Missing', 'Progressing', 'Unknown', 'Suspended', 'Healthy'].map((each, rank) => [each, rank]),
);
const SYNC_RANK = new Map(['OutOfSync', 'Unknown', 'Synced'].map((each, rank) => [each, rank]));
const timeOf = (text: string | null | undefined): number => (text ? Date.parse(text) : 0);

const RANK_OF: Record<SortKey, (row: ApplicationRow) => Rank> = {
  name: (row) => row.name,
  project: (row) => row.project,
  env: (row) => row.environment ?? '',
  cluster: (row) => row.destination.cluster,
  health: (row) => HEALTH_RANK.get(row.health.status) ?? HEALTH_STATUSES.length,
  sync: (row) => SYNC_RANK.get(row.sync.status) ?? SYNC_STATUSES.length,
  drift: (row) => timeOf(row.driftSince) || Number.MAX_SAFE_INTEGER,
  version: (row) => row.version,
  deployed: (row) => timeOf(row.lastDeploy?.at),
  created: (row) => timeOf(row.createdAt),
};

const collator = new Intl.Collator('en', { numeric: true });
const compareRanks = (a: Rank, b: Rank): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** Sorts, cuts a page and says where the next begins. The place is a row's own, so rows that come and go shift nothing. */
export function pageRows(
  rows: readonly ApplicationRow[],
  query: Pick<ApplicationQuery, 'sort' | 'group' | 'limit' | 'continue'>,
): { items: ApplicationRow[]; continue: string | null } {
  const descending = query.sort.startsWith('-');
  const rank = RANK_OF[query.sort.replace('-', '') as SortKey];
  const { group } = query;
  const compare = (a: Place, b: Place): number =>
    compareGroups(group, a[0], b[0]) ||
    compareRanks(a[1], b[1]) * (descending ? -1 : 1) ||
    compareIds(a[2], b[2]);
  const placed = rows
    .map((row) => ({ row, place: [groupOf(row, group), rank(row), formatApplicationRef(row)] as Place }))
    .sort((a, b) => compare(a.place, b.place));
  const after = query.continue ? decode(query.continue) : undefined;
  const start = after ? placed.findIndex(({ place }) => compare(place, after) > 0) : 0;
  const page = start < 0 ? [] : placed.slice(start, start + query.limit);
  const last = page.at(-1);
  const hasMore = last !== undefined && start + query.limit < placed.length;
  return { items: page.map(({ row }) => row), continue: hasMore ? encode(last.place) : null };
}

/** Roll-ups of all groups, in the order of the list. */
export function summarizeGroups(
  rows: readonly ApplicationRow[],
  group: GroupKey | undefined,
): GroupSummary[] {
  if (!group) return [];
  const groups = new Map<string, GroupSummary>();
  for (const row of rows) {
    const key = groupOf(row, group);
    const summary = groups.get(key) ?? { key, total: 0, sync: {}, health: {}, closed: 0 };
    groups.set(key, summary);
    summary.total += 1;
    summary.sync[row.sync.status] = (summary.sync[row.sync.status] ?? 0) + 1;
    summary.health[row.health.status] = (summary.health[row.health.status] ?? 0) + 1;
    if (!row.window.open) summary.closed += 1;
  }
  return [...groups.values()].sort((a, b) => compareGroups(group, a.key, b.key));
}

function groupOf(row: ApplicationRow, group: GroupKey | undefined): string {
  return group ? (VALUES_OF[group](row)[0] ?? '') : '';
}

/** Only to tell equals apart, and cheaper than words are compared. */
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareGroups(group: GroupKey | undefined, a: string, b: string): number {
  if (a === b) return 0;
  if (group === 'env') return compareEnvironments(a, b);
  if (group === 'health') return (HEALTH_RANK.get(a) ?? 9) - (HEALTH_RANK.get(b) ?? 9);
  if (group === 'sync') return (SYNC_RANK.get(a) ?? 9) - (SYNC_RANK.get(b) ?? 9);
  return collator.compare(a, b);
}

const encode = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function decode(text: string): Place {
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
    if (Array.isArray(value) && value.length === 3) return value as Place;
  } catch {
    // Told below: it is not ours either way.
  }
  throw new AppError('invalid-request', 'The "continue" value is not from an earlier page.', {
    field: 'query.continue',
  });
}
