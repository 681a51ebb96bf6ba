import type { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time/time';
import type { TreeGridColumn } from '@/components/ui/tree-grid/tree-grid-types';
import type { OutlineRow } from '../model/outline-row';
import { GroupAges, HealthCell, ReadyCell, RestartsCell, SyncCell } from './outline-cells';
import { ResourceCell } from './resource-cell';

interface ColumnParts {
  readonly t: ReturnType<typeof useTranslations<'tree'>>;
  readonly onToggle: (id: string, isOpen: boolean) => void;
  readonly onOpen: (id: string) => void;
}

/** Columns of picture 03: resource, sync, health, ready, restarts, age. */
export function outlineColumns({ t, onToggle, onOpen }: ColumnParts): TreeGridColumn<OutlineRow>[] {
  return [
    {
      key: 'resource',
      header: t('columns.resource'),
      width: 'minmax(16rem, 1fr)',
      cell: (row) => <ResourceCell row={row.data} onToggle={onToggle} onOpen={onOpen} />,
    },
    { key: 'sync', header: t('columns.sync'), width: '6.5rem', cell: (row) => <SyncCell row={row.data} /> },
    {
      key: 'health',
      header: t('columns.health'),
      width: '7.25rem',
      cell: (row) => <HealthCell row={row.data} />,
    },
    {
      key: 'ready',
      header: t('columns.ready'),
      width: '3.75rem',
      align: 'end',
      cell: (row) => <ReadyCell row={row.data} />,
    },
    {
      key: 'restarts',
      header: t('columns.restarts'),
      width: '4.25rem',
      align: 'end',
      cell: (row) => <RestartsCell row={row.data} />,
    },
    {
      key: 'age',
      header: t('columns.age'),
      width: '4.5rem',
      align: 'end',
      cell: ({ data }) => {
        if (data.type === 'group') return <GroupAges row={data} />;
        if (data.type !== 'node' || data.node.createdAt === undefined) return null;
        return <Time at={data.node.createdAt} as="age" className="text-fg-2" />;
      },
    },
  ];
}
