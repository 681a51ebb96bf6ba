'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/form/checkbox';
import { useMedia } from '@/components/ui/media/use-media';
import type { TreeGridColumn } from '@/components/ui/tree-grid/tree-grid-types';
import { SORT_KEYS, type SortKey } from '@/lib/contracts/application/application-query';
import type { AppsLine } from '../rows/build-rows';
import { columnKeys, type ColumnKey, type SortChoice } from '../state/apps-url';
import { appCells } from './app-cells';
import { groupCells } from './group-cells';
import { AppName, GroupName } from './name-cell';
import { SortHead } from './sort-head';

const widths = {
  project: 'minmax(6rem, 0.7fr)',
  env: 'minmax(5rem, 0.5fr)',
  cluster: 'minmax(5.5rem, 0.8fr)',
  namespace: 'minmax(6rem, 0.8fr)',
  sync: 'minmax(8.5rem, 0.7fr)',
  health: 'minmax(8.5rem, 0.7fr)',
  drift: '6rem',
  version: 'minmax(5rem, 0.6fr)',
  deployed: 'minmax(8rem, 1fr)',
  window: 'minmax(11.5rem, 1.2fr)',
  auto: 'minmax(7rem, 0.8fr)',
  labels: 'minmax(10rem, 1.2fr)',
} as const satisfies Record<ColumnKey, string>;

interface AppColumnsOptions {
  readonly shown: readonly ColumnKey[];
  readonly sort: SortChoice;
  readonly onSort: (sort: SortChoice) => void;
  readonly allSelected: boolean;
  readonly someSelected: boolean;
  readonly onSelectAll: () => void;
  readonly onSelect: (key: string) => void;
  readonly onToggleGroup: (key: string) => void;
}

/** The chosen columns in their fixed order; last deploy and drift age give way on small screens. */
export function useAppColumns(options: AppColumnsOptions): TreeGridColumn<AppsLine>[] {
  const t = useTranslations('apps');
  const small = useMedia('(max-width: 68rem)');
  const smaller = useMedia('(max-width: 56rem)');
  const dropped: readonly ColumnKey[] = smaller
    ? ['deployed', 'drift', 'labels']
    : small
      ? ['deployed', 'labels']
      : [];
  const keys = columnKeys.filter((key) => options.shown.includes(key) && !dropped.includes(key));
  const head = (key: SortKey, text: string) => (
    <SortHead sortKey={key} text={text} sort={options.sort} onSort={options.onSort} />
  );
  return [
    {
      key: 'name',
      width: 'minmax(12rem, 1.6fr)',
      sort: sortState('name', options.sort),
      header: (
        <span className="flex items-center gap-2">
          <Checkbox
            aria-label={t('selectAll')}
            checked={options.allSelected}
            mixed={options.someSelected && !options.allSelected}
            onChange={options.onSelectAll}
            className="-ml-1"
          />
          {head('name', t('columns.name'))}
        </span>
      ),
      cell: (row, { tabIndex }) =>
        row.data.kind === 'group' ? (
          <GroupName
            summary={row.data.summary}
            open={row.expanded === true}
            onToggle={() => options.onToggleGroup(row.key)}
          />
        ) : (
          <AppName
            row={row.data.row}
            selected={row.selected === true}
            tabIndex={tabIndex}
            onSelect={() => options.onSelect(row.key)}
          />
        ),
    },
    ...keys.map((key): TreeGridColumn<AppsLine> => {
      const sortKey = SORT_KEYS.find((candidate) => candidate === key);
      const text = t(`columns.${key}`);
      return {
        key,
        width: widths[key],
        header: sortKey ? head(sortKey, text) : text,
        sort: sortKey && sortState(sortKey, options.sort),
        ...(key === 'drift' ? { align: 'end' } : {}),
        cell: (row) => {
          if (row.data.kind === 'app') return appCells[key](row.data.row);
          return key in groupCells ? groupCells[key as keyof typeof groupCells](row.data) : null;
        },
      };
    }),
  ];
}

function sortState(key: SortKey, sort: SortChoice): 'ascending' | 'descending' | undefined {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : undefined;
}
