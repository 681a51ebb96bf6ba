import type { TreeGridRow } from '@/components/ui/tree-grid/tree-grid-types';
import type { GroupKey, GroupSummary } from '@/lib/contracts/application/application-query';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';

export type AppsLine =
  | { readonly kind: 'group'; readonly summary: GroupSummary; readonly oldestDrift: string | null }
  | { readonly kind: 'app'; readonly row: ApplicationRow };

interface BuildRowsOptions {
  readonly items: readonly ApplicationRow[];
  readonly groups: readonly GroupSummary[];
  readonly group: GroupKey | undefined;
  readonly closed: ReadonlySet<string>;
  readonly selected: ReadonlySet<string>;
  /** Pages that are not loaded yet may hold members of groups that were not reached. */
  readonly complete: boolean;
}

const groupOf = {
  project: (row) => row.project,
  env: (row) => row.environment ?? 'none',
  cluster: (row) => row.destination.cluster,
  namespace: (row) => row.destination.namespace,
  health: (row) => row.health.status,
  sync: (row) => row.sync.status,
} as const satisfies Record<GroupKey, (row: ApplicationRow) => string>;

/** Lines of the table in the order the server gave: each group's roll-up, then its applications unless it is closed. */
export function buildRows(options: BuildRowsOptions): TreeGridRow<AppsLine>[] {
  const { items, group, groups } = options;
  if (group === undefined) return items.map((row) => appLine(row, 1, undefined, options.selected));
  const members = collect(items, groupOf[group]);
  const reached = options.complete ? groups : groups.filter((summary) => members.has(summary.key));
  return reached.flatMap((summary) => {
    const own = members.get(summary.key) ?? [];
    const key = groupRowKey(summary.key);
    const open = !options.closed.has(summary.key);
    const head: TreeGridRow<AppsLine> = {
      key,
      level: 1,
      group: true,
      expanded: open,
      data: { kind: 'group', summary, oldestDrift: oldest(own) },
    };
    return [head, ...(open ? own.map((row) => appLine(row, 2, key, options.selected)) : [])];
  });
}

export function groupRowKey(group: string): string {
  return `group:${group}`;
}

function appLine(
  row: ApplicationRow,
  level: number,
  parentKey: string | undefined,
  selected: ReadonlySet<string>,
): TreeGridRow<AppsLine> {
  const key = formatApplicationRef(row);
  return { key, level, parentKey, selected: selected.has(key), data: { kind: 'app', row } };
}

function oldest(rows: readonly ApplicationRow[]): string | null {
  return rows.flatMap((row) => row.driftSince ?? []).sort()[0] ?? null;
}

function collect(
  rows: readonly ApplicationRow[],
  keyOf: (row: ApplicationRow) => string,
): ReadonlyMap<string, readonly ApplicationRow[]> {
  const members = new Map<string, ApplicationRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = members.get(key);
    if (own) own.push(row);
    else members.set(key, [row]);
  }
  return members;
}
