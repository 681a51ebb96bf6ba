'use client';

import { useTranslations } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import { useDensity } from '@/components/ui/density/density-context';
import { rowHeights } from '@/components/ui/density/row-heights';
import { useMedia } from '@/components/ui/media/use-media';
import { Rail } from '@/components/ui/progress/rail';
import { TreeGrid } from '@/components/ui/tree-grid/tree-grid';
import type { TreeGridRow } from '@/components/ui/tree-grid/tree-grid-types';
import { useLetterKeys } from '@/components/ui/actions/action-context';
import type { OutlineRow } from '../model/outline-row';
import { outlineColumns } from './outline-columns';
import { NarrowRow } from './narrow-row';
import { railNodes, railTracks } from './rail-faces';

interface TreeOutlineProps {
  readonly label: string;
  readonly rows: readonly OutlineRow[];
  readonly selected: string | null;
  readonly waves: boolean;
  readonly onToggle: (id: string, isOpen: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly foot?: ReactNode;
}

/** Resources as a virtual treegrid: arrows, j and k move, right and left open and close, Enter shows the panel. */
export function TreeOutline({ label, rows, selected, waves, onToggle, onOpen, foot }: TreeOutlineProps) {
  const t = useTranslations('tree');
  const density = useDensity();
  const letters = useLetterKeys();
  const isNarrow = useMedia('(max-width: 767px)');
  const gridRows = useMemo(() => gridRowsOf(rows, selected), [rows, selected]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const heights = rowHeights[density];
  const toggle = (id: string) => {
    const row = byId.get(id);
    if (row && row.type !== 'section' && row.isOpen !== undefined) onToggle(id, !row.isOpen);
  };
  const activate = (id: string) => {
    const row = byId.get(id);
    if (row?.type === 'node') onOpen(id);
    else toggle(id);
  };
  const columns = useMemo(() => outlineColumns({ t, onToggle, onOpen }), [t, onToggle, onOpen]);
  const first = rows[0]?.id;
  const last = rows.at(-1)?.id;
  return (
    <TreeGrid
      label={label}
      rows={gridRows}
      columns={columns}
      letters={letters}
      rowHeight={(row) => (row.data.type === 'section' ? 28 : isNarrow ? heights.twoLine : heights.tree)}
      narrow={
        isNarrow ? (row) => <NarrowRow row={row.data} onToggle={onToggle} onOpen={onOpen} /> : undefined
      }
      onToggle={toggle}
      onActivate={activate}
      {...(waves
        ? {
            rail: (row: TreeGridRow<OutlineRow>) => (
              <Rail
                track={railTracks[row.data.rail]}
                node={row.data.type === 'section' ? railNodes[row.data.rail] : undefined}
                first={row.key === first}
                last={row.key === last}
              />
            ),
          }
        : {})}
      foot={foot}
    />
  );
}

/** Positions among siblings are left to the browser where they are not cheap to know. */
function gridRowsOf(rows: readonly OutlineRow[], selected: string | null): TreeGridRow<OutlineRow>[] {
  return rows.map((row) => ({
    key: row.id,
    level: row.depth + 1,
    parentKey: row.parentId,
    ...(row.type === 'section' ? { group: true } : { expanded: row.isOpen }),
    ...(row.id === selected ? { selected: true } : {}),
    data: row,
  }));
}
