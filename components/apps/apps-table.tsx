'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useLetterKeys } from '@/components/ui/actions/action-context';
import { useDensity } from '@/components/ui/density/density-context';
import { rowHeights } from '@/components/ui/density/row-heights';
import { useMedia } from '@/components/ui/media/use-media';
import { TreeGrid } from '@/components/ui/tree-grid/tree-grid';
import type { TreeGridRow } from '@/components/ui/tree-grid/tree-grid-types';
import { pageRoutes } from '@/lib/client/routes';
import type { GroupSummary } from '@/lib/contracts/application/application-query';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { Selection } from './bulk/use-selection';
import { NarrowRow } from './columns/narrow-row';
import { useAppColumns } from './columns/use-app-columns';
import { buildRows, groupRowKey, type AppsLine } from './rows/build-rows';
import type { AppsState } from './state/apps-url';

interface AppsTableProps {
  readonly state: AppsState;
  readonly onChange: (change: Partial<AppsState>) => void;
  readonly items: readonly ApplicationRow[];
  readonly groups: readonly GroupSummary[];
  readonly total: number;
  readonly selection: Selection;
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

/** The virtual table: only rows in sight are drawn, further pages come as they are scrolled to. */
export function AppsTable(props: AppsTableProps) {
  const { state, selection } = props;
  const t = useTranslations('apps');
  const router = useRouter();
  const heights = rowHeights[useDensity()];
  const phone = useMedia('(max-width: 47.99rem)');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = buildRows({
    items: props.items,
    groups: props.groups,
    group: state.group === 'none' ? undefined : state.group,
    closed,
    selected: selection.keys,
    complete: !props.hasMore,
  });
  const toggleGroup = (key: string) => {
    const group = props.groups.find((summary) => groupRowKey(summary.key) === key)?.key;
    if (group === undefined) return;
    const next = new Set(closed);
    if (!next.delete(group)) next.add(group);
    setClosed(next);
  };
  const columns = useAppColumns({
    shown: state.cols,
    sort: state.sort,
    onSort: (sort) => props.onChange({ sort }),
    allSelected: props.items.length > 0 && props.items.length <= selection.keys.size,
    someSelected: selection.keys.size > 0,
    onSelectAll: selection.toggleAll,
    onSelect: selection.toggle,
    onToggleGroup: toggleGroup,
  });
  const rowHeight = useCallback(
    (row: TreeGridRow<AppsLine>) =>
      row.group ? Math.min(heights.row, 32) : phone ? Math.max(heights.twoLine, 48) + 4 : heights.row,
    [heights, phone],
  );
  const open = (key: string) => {
    const row = rows.find((candidate) => candidate.key === key);
    if (row?.data.kind === 'app') router.push(pageRoutes.application(row.data.row, 'tree'));
    else toggleGroup(key);
  };
  return (
    <TreeGrid<AppsLine>
      label={t('title')}
      rows={rows}
      columns={columns}
      rowHeight={rowHeight}
      totalRows={props.hasMore ? props.total + props.groups.length : rows.length}
      letters={useLetterKeys()}
      onToggle={toggleGroup}
      onActivate={open}
      onSelect={selection.toggle}
      {...(props.hasMore ? { onNearEnd: props.onMore } : {})}
      {...(phone
        ? {
            narrow: (row, tabIndex) => (
              <NarrowRow row={row} tabIndex={tabIndex} onToggleGroup={toggleGroup} />
            ),
          }
        : {})}
    />
  );
}
