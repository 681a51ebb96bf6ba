'use client';

import { clsx } from 'clsx';
import { Plus, UnfoldVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Glyph } from '@/components/ui/glyph/glyph';
import { toneWord } from '@/components/ui/glyph/tone';
import { nodeWidth, type PlacedNode } from './graph-model';

interface GraphNodeBoxProps {
  readonly node: PlacedNode;
  readonly selected: boolean;
  readonly tabIndex: 0 | -1;
  readonly onSelect: (id: string) => void;
  readonly onOpen: ((id: string) => void) | undefined;
  readonly onFocus: (id: string) => void;
}

/** One box: states at the left, name, and what it is. */
export function GraphNodeBox({ node, selected, tabIndex, onSelect, onOpen, onFocus }: GraphNodeBoxProps) {
  const t = useTranslations('common.diagram');
  const opens = node.group ?? node.closed ?? false;
  return (
    <button
      type="button"
      role="treeitem"
      data-node={node.id}
      aria-level={node.depth + 1}
      aria-posinset={node.position}
      aria-setsize={node.setSize}
      aria-selected={selected}
      aria-expanded={opens ? false : undefined}
      tabIndex={tabIndex}
      onFocus={() => onFocus(node.id)}
      onClick={() => (node.group ? onOpen?.(node.id) : onSelect(node.id))}
      onDoubleClick={() => opens && onOpen?.(node.id)}
      style={{ left: node.x, top: node.y, width: nodeWidth, height: node.height }}
      className={clsx(
        'absolute flex cursor-pointer items-center gap-3 rounded-panel border px-2.5 text-left',
        node.group && 'border-dashed border-hatch bg-sunken text-fg-2',
        !node.group && (node.tone === 'bad' ? 'border-bad-line bg-surface' : 'border-line bg-surface'),
        selected && 'border-you bg-sel ring-1 ring-you [--glyph-ground:var(--sel)]',
      )}
    >
      <span className="flex w-4 shrink-0 flex-col items-center gap-0.5">
        {node.glyphs.slice(0, 2).map((glyph, index) => (
          <Glyph key={index} name={glyph.name} tone={glyph.tone} label={glyph.label} />
        ))}
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={clsx('truncate text-body', node.group ? 'text-fg-2' : 'font-medium text-fg')}>
          {node.title}
        </span>
        {node.detail !== undefined && !node.group && (
          <span className="truncate text-meta text-fg-3">
            {node.detail}
            {node.remark && (
              <>
                {' · '}
                <span className={toneWord[node.remark.tone]}>{node.remark.text}</span>
              </>
            )}
          </span>
        )}
      </span>
      {node.group && <UnfoldVertical aria-hidden size={14} className="rotate-90 text-fg-3" />}
      {node.closed && !node.group && <Plus aria-label={t('hasMore')} size={14} className="text-fg-3" />}
    </button>
  );
}
