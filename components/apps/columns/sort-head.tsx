'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { SortKey } from '@/lib/contracts/application/application-query';
import type { SortChoice } from '../state/apps-url';

interface SortHeadProps {
  readonly sortKey: SortKey;
  readonly text: string;
  readonly sort: SortChoice;
  readonly onSort: (sort: SortChoice) => void;
}

/** A column head that sorts; a second click turns the order round. */
export function SortHead({ sortKey, text, sort, onSort }: SortHeadProps) {
  const ascending = sort === sortKey;
  const descending = sort === `-${sortKey}`;
  return (
    <button
      type="button"
      onClick={() => onSort(ascending ? `-${sortKey}` : sortKey)}
      className="inline-flex h-6 items-center gap-1 rounded-chip hover:text-fg"
    >
      {text}
      {ascending && <ArrowUp aria-hidden size={12} />}
      {descending && <ArrowDown aria-hidden size={12} />}
    </button>
  );
}
