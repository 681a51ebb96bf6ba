'use client';

import { clsx } from 'clsx';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { GutterCell as Cell } from '../managers/gutter-blocks';

interface GutterCellProps {
  readonly cell: Cell | undefined;
  /** Ground of the line. */
  readonly className: string;
}

/** Who owns a live field: the name once per block, a bar along the block; a person's block is amber and says when. */
export function GutterCell({ cell, className }: GutterCellProps) {
  const words = useTimeWords();
  if (!cell) return <td className={clsx('p-0', className)} />;
  const { owner, isFirst } = cell;
  const when = owner.isPerson && owner.time ? `, ${words.moment(new Date(owner.time))}` : '';
  return (
    <td
      className={clsx(
        'h-5 truncate border-l-2 p-0 pl-1.5 align-top font-sans text-meta leading-5',
        owner.isPerson ? 'border-at text-at-t' : 'border-hatch text-fg-3',
        className,
      )}
      title={`${owner.manager}${owner.time ? `, ${words.absolute(new Date(owner.time))}` : ''}`}
    >
      {isFirst && `${owner.manager}${when}`}
    </td>
  );
}
