import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { Glyph } from '../glyph/glyph';

/** How the piece of track beside a row looks: done, running or not yet. */
export type RailTrack = 'done' | 'passed' | 'running' | 'to-come' | 'none';
/** What stands on the track at a group row. */
export type RailNode = 'tick' | 'turning' | 'held' | 'dot' | 'failed';

const tracks = {
  done: 'border-l-2 border-ok',
  passed: 'border-l-2 border-ctl',
  running: 'border-l-2 border-mo',
  'to-come': 'border-l-2 border-dotted border-ctl',
  none: '',
} as const satisfies Record<RailTrack, string>;

interface RailProps {
  readonly track: RailTrack;
  readonly node?: RailNode | undefined;
  readonly first?: boolean;
  readonly last?: boolean;
}

/** One cell of the rail of waves, phases and steps; 32 px wide, as high as its row. Decorative: the row says it in words. */
export function Rail({ track, node, first = false, last = false }: RailProps) {
  return (
    <span aria-hidden className="relative grid h-full w-8 shrink-0 place-items-center self-stretch">
      <span
        className={clsx(
          'absolute left-[15px]',
          tracks[track],
          first ? 'top-1/2' : 'top-0',
          last ? 'bottom-1/2' : 'bottom-0',
        )}
      />
      {node && (
        <span className="relative grid size-4 place-items-center rounded-full bg-(--rail-ground,var(--sunken))">
          <RailMark node={node} />
        </span>
      )}
    </span>
  );
}

function RailMark({ node }: { readonly node: RailNode }) {
  switch (node) {
    case 'tick':
      return <Check size={14} strokeWidth={2.25} className="text-fg-2" />;
    case 'turning':
      return <Glyph name="disc-moving" tone="mo" />;
    case 'failed':
      return <Glyph name="octagon-cross" tone="bad" />;
    case 'held':
      return (
        <svg
          viewBox="0 0 16 16"
          width="16"
          height="16"
          fill="none"
          strokeWidth="1.5"
          strokeLinejoin="round"
          className="stroke-at"
        >
          <path d="M8 1.75 14.25 8 8 14.25 1.75 8zM8 5.5v2.75M8 10.5v.01" strokeLinecap="round" />
        </svg>
      );
    case 'dot':
      return (
        <span className="size-2 rounded-full border-[1.5px] border-fg-3 bg-(--rail-ground,var(--sunken))" />
      );
  }
}
