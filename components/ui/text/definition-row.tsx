import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface Definition {
  readonly term: ReactNode;
  readonly value: ReactNode;
}

interface DefinitionRowProps {
  readonly items: readonly Definition[];
  readonly className?: string;
}

/** Facts under a title: grey term above, value below. Items without a value are left out by the caller. */
export function DefinitionRow({ items, className }: DefinitionRowProps) {
  return (
    <dl className={clsx('flex flex-wrap gap-x-9 gap-y-3', className)}>
      {items.map((item, index) => (
        <div key={index} className="min-w-0">
          <dt className="text-meta text-fg-3">{item.term}</dt>
          <dd className="mt-0.5 flex min-w-0 items-center gap-1.5 text-body text-fg">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
