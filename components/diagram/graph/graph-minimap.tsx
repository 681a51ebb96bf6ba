'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import type { Tone } from '@/components/ui/glyph/tone';
import { nodeWidth, type PlacedNode } from './graph-model';
import type { Bounds } from './lay-out-graph';
import type { Box } from './viewport';

interface GraphMinimapProps {
  readonly placed: readonly PlacedNode[];
  readonly bounds: Bounds;
  readonly seen: Box;
  readonly onCentre: (x: number, y: number) => void;
}

const fills = {
  bad: 'fill-bad',
  at: 'fill-at',
  mo: 'fill-mo',
  you: 'fill-you',
  ok: 'fill-hatch',
  mute: 'fill-hatch',
} as const satisfies Record<Tone, string>;

const width = 180;
const highest = 110;

/** The whole drawing in small with the frame on it; a click moves there. */
export function GraphMinimap({ placed, bounds, seen, onCentre }: GraphMinimapProps) {
  const t = useTranslations('common.diagram');
  if (bounds.width === 0) return null;
  const scale = Math.min(width / bounds.width, highest / bounds.height);
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onCentre((event.clientX - box.left - 8) / scale, (event.clientY - box.top - 8) / scale);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t('minimap')}
      onClick={onClick}
      className="block cursor-pointer overflow-hidden rounded-panel border border-line bg-surface p-2"
    >
      <svg
        width={bounds.width * scale}
        height={bounds.height * scale}
        aria-hidden
        className="overflow-visible"
      >
        {placed.map((node) => (
          <rect
            key={node.id}
            x={node.x * scale}
            y={node.y * scale}
            width={nodeWidth * scale}
            height={Math.max(2, node.height * scale)}
            className={fills[node.tone]}
          />
        ))}
        <rect
          x={seen.x * scale}
          y={seen.y * scale}
          width={seen.width * scale}
          height={seen.height * scale}
          className="fill-none stroke-you"
          strokeWidth="1.5"
        />
      </svg>
    </button>
  );
}
