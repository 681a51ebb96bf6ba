'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Glyph } from '@/components/ui/glyph/glyph';
import { healthFaces } from '@/components/status/health-faces';
import { syncFaces } from '@/components/status/sync-faces';
import { buildBranches } from '../model/branch';
import { pruneBranches } from '../model/prune-branches';
import type { TreeNode } from '../model/tree-node';
import { CARD, edgePath, graphLayout, type GraphCard } from './graph-layout';

interface TreeGraphProps {
  readonly root: TreeNode;
  readonly nodes: readonly TreeNode[];
  readonly filter: string;
  readonly problemsOnly: boolean;
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
}

const PADDING = 24;

/** The same data as the outline, drawn: worst path straight, healthy siblings as one card, red edges only. */
export function TreeGraph({ root, nodes, filter, problemsOnly, selected, onOpen }: TreeGraphProps) {
  const t = useTranslations('tree.graph');
  const layout = useMemo(
    () => graphLayout(root, pruneBranches(buildBranches(nodes), { filter, problemsOnly })),
    [root, nodes, filter, problemsOnly],
  );
  const drawn = layout.cards.filter((card) => card.node).length - 1;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-auto bg-canvas">
        <div
          className="relative"
          style={{ width: layout.width + 2 * PADDING, height: layout.height + 2 * PADDING }}
        >
          <svg
            aria-hidden
            className="absolute"
            style={{ left: PADDING, top: PADDING }}
            width={layout.width}
            height={layout.height}
            fill="none"
          >
            {[...layout.edges]
              .sort((a, b) => Number(a.to.isTrouble) - Number(b.to.isTrouble))
              .map((edge) => (
                <path
                  key={edge.to.id}
                  d={edgePath(edge)}
                  strokeWidth="1.5"
                  className={edge.to.isTrouble ? 'stroke-bad' : 'stroke-ctl'}
                />
              ))}
          </svg>
          <ul aria-label={t('label', { name: root.name })}>
            {layout.cards.map((card) => (
              <li
                key={card.id}
                className="absolute"
                style={{
                  left: card.x + PADDING,
                  top: card.y + PADDING,
                  width: CARD.width,
                  height: CARD.height,
                }}
              >
                <Card card={card} isSelected={card.id === selected} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </div>
      </div>
      <p className="px-6 py-1 text-meta text-fg-2">{t('note', { drawn, total: nodes.length })}</p>
    </div>
  );
}

interface CardProps {
  readonly card: GraphCard;
  readonly isSelected: boolean;
  readonly onOpen: (id: string) => void;
}

function Card({ card, isSelected, onOpen }: CardProps) {
  const t = useTranslations('tree.graph');
  const { node, group } = card;
  if (!node) {
    const count = group?.members.length ?? 0;
    const text =
      group?.type === 'older' ? t('older', { count }) : t('healthy', { count, kind: group?.kind ?? '' });
    return (
      <span className="flex h-full items-center gap-2 rounded-panel border border-dashed border-line bg-sunken px-3 text-body text-fg-2">
        <Glyph
          name={group?.type === 'older' ? 'disc-paused' : 'disc-tick'}
          tone={group?.type === 'older' ? 'mute' : 'ok'}
        />
        <span className="truncate">{text}</span>
      </span>
    );
  }
  const health = node.health && healthFaces[node.health.status];
  const sync = node.needsPrune ? ({ glyph: 'bin', tone: 'bad' } as const) : node.sync && syncFaces[node.sync];
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      onClick={() => onOpen(node.id)}
      className={clsx(
        'flex h-full w-full items-center gap-2.5 rounded-panel border px-3 text-left',
        isSelected ? 'border-you bg-sel' : 'bg-surface hover:bg-hover',
        !isSelected && (card.isTrouble ? 'border-bad-line' : 'border-line'),
      )}
    >
      <span className="flex flex-col gap-0.5">
        {health && <Glyph name={health.glyph} tone={health.tone} label={node.health?.status ?? ''} />}
        {sync && <Glyph name={sync.glyph} tone={sync.tone} label={node.sync ?? ''} />}
      </span>
      <span className="min-w-0">
        <span className="block truncate text-body font-medium text-fg" title={node.name}>
          {node.name}
        </span>
        <span className="block truncate text-meta text-fg-2">
          {node.kind}
          {node.state !== undefined && ` · ${node.state}`}
          {node.state === undefined &&
            node.ready !== undefined &&
            node.ready.wanted > 0 &&
            ` · ${node.ready.ready}/${node.ready.wanted}`}
        </span>
      </span>
    </button>
  );
}
