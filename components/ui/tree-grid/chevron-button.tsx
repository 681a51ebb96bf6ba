'use client';

import { ChevronRight } from 'lucide-react';
import { clsx } from 'clsx';

interface ChevronButtonProps {
  readonly expanded: boolean;
  readonly label: string;
  readonly onClick: () => void;
}

/** Opens and closes a row by pointer; the keyboard does it with the arrows on the row. */
export function ChevronButton({ expanded, label, onClick }: ChevronButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      onClick={onClick}
      className="-ml-1 grid size-6 shrink-0 place-items-center rounded-chip text-fg-3 hover:bg-press hover:text-fg"
    >
      <ChevronRight
        aria-hidden
        size={14}
        className={clsx('transition-transform duration-120', expanded && 'rotate-90')}
      />
    </button>
  );
}
