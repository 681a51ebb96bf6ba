'use client';

import { UnfoldVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';

interface SkippedRowProps {
  readonly count: number;
  readonly range: { readonly first: string; readonly last: string };
  readonly columns: number;
  readonly onOpen: () => void;
}

/** Unchanged lines that are folded: how many, and from which field to which. */
export function SkippedRow({ count, range, columns, onOpen }: SkippedRowProps) {
  const t = useTranslations('diff');
  return (
    <tr>
      <td colSpan={columns} className="p-0">
        <button
          type="button"
          onClick={onOpen}
          className="flex h-6 w-full items-center gap-3 border-y border-dashed border-line bg-sunken pl-3 text-left font-sans text-meta text-fg-2 focus-inset hover:bg-hover"
        >
          <UnfoldVertical aria-hidden size={14} className="text-fg-3" />
          <span className="shrink-0 font-medium whitespace-nowrap">{t('unchangedLines', { count })}</span>
          <span className="truncate text-fg-3">
            {range.first === range.last ? range.first : t('fromTo', { first: range.first, last: range.last })}
          </span>
        </button>
      </td>
    </tr>
  );
}
