'use client';

import { clsx } from 'clsx';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { GutterCell as Cell } from '../managers/gutter-blocks';

/** Who owns a live field: the name once per block, a bar along the block; a person's block is amber and says when. */
export function GutterCell({ cell }: { readonly cell: Cell | undefined }) {
  const words = useTimeWords();
  if (!cell) return null;
  const { owner, isFirst } = cell;
  const when = owner.isPerson && owner.time ? `, ${words.moment(new Date(owner.time))}` : '';
  return (
    <span
      className={clsx(
        'block h-5 truncate border-l-2 pl-1.5 font-sans text-meta leading-5',
        owner.isPerson ? 'border-at text-at-t' : 'border-hatch text-fg-3',
      )}
      title={`${owner.manager}${owner.time ? `, ${words.absolute(new Date(owner.time))}` : ''}`}
    >
      {isFirst && `${owner.manager}${when}`}
    </span>
  );
}
