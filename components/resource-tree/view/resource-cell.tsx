'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip/chip';
import { ChevronButton } from '@/components/ui/tree-grid/chevron-button';
import type { GroupRow, NodeRow, OutlineRow } from '../model/outline-row';
import { SectionWords } from './section-words';

interface ResourceCellProps {
  readonly row: OutlineRow;
  readonly onToggle: (id: string, isOpen: boolean) => void;
  readonly onOpen: (id: string) => void;
}

/** First cell of a row: guides of the levels above, chevron, kind, name, chips. */
export function ResourceCell({ row, onToggle, onOpen }: ResourceCellProps) {
  if (row.type === 'section') return <SectionWords row={row} />;
  return (
    <span className="flex h-full min-w-0 flex-1 items-center">
      <Guides depth={row.depth} />
      <Chevron row={row} onToggle={onToggle} />
      {row.type === 'group' ? <GroupWords row={row} /> : <NodeWords row={row} onOpen={onOpen} />}
    </span>
  );
}

function Guides({ depth }: { readonly depth: number }) {
  return Array.from({ length: depth }, (_, level) => (
    <span key={level} aria-hidden className="ml-[9px] h-full w-[11px] shrink-0 border-l border-line" />
  ));
}

interface ChevronProps {
  readonly row: NodeRow | GroupRow;
  readonly onToggle: (id: string, isOpen: boolean) => void;
}

export function Chevron({ row, onToggle }: ChevronProps) {
  const t = useTranslations('tree');
  const name = row.type === 'node' ? row.node.name : String(row.count);
  if (row.isOpen === undefined) return <span aria-hidden className="w-5 shrink-0" />;
  return (
    <span className="flex w-5 shrink-0">
      <ChevronButton
        expanded={row.isOpen}
        label={row.isOpen ? t('close', { name }) : t('open', { name })}
        onClick={() => onToggle(row.id, !row.isOpen)}
      />
    </span>
  );
}

export function GroupWords({ row }: { readonly row: GroupRow }) {
  const t = useTranslations('tree.groups');
  const { count, kind = '' } = row;
  if (row.group === 'older') return <span className="truncate text-fg-2">{t('older', { count })}</span>;
  if (row.group === 'healthy')
    return <span className="truncate text-fg-2">{t('healthy', { count, kind })}</span>;
  return (
    <span className="truncate text-fg-2">{row.isMore ? t('more', { count }) : t('calm', { count })}</span>
  );
}

interface NodeWordsProps {
  readonly row: NodeRow;
  readonly onOpen: (id: string) => void;
}

export function NodeWords({ row, onOpen }: NodeWordsProps) {
  const t = useTranslations('tree');
  const { node } = row;
  const differs = node.sync === 'OutOfSync' || node.needsPrune || node.health?.status === 'Degraded';
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onOpen(row.id)}
        className="flex min-h-6 min-w-0 items-center rounded-chip text-left"
      >
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="shrink-0 text-meta text-fg-3">{node.kind}</span>
          <span
            className={clsx('truncate text-body text-fg group-hover/row:underline', differs && 'font-medium')}
            title={node.name}
          >
            {node.name}
          </span>
        </span>
      </button>
      <span className="ml-2 flex shrink-0 gap-1.5">
        {node.marks?.map((mark) => (
          <Chip
            key={mark}
            tone={mark === 'drift' ? 'at' : 'mo'}
            glyph={mark === 'drift' ? 'waves' : 'hourglass'}
          >
            {t(`marks.${mark}`)}
          </Chip>
        ))}
        {node.hook !== undefined && <Chip>{node.hook}</Chip>}
        {node.app && row.isOpen === false && row.below > 0 && (
          <Chip>{t('resources', { count: row.below })}</Chip>
        )}
      </span>
    </>
  );
}
