import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

/** The platform's own select, dressed; best on phones and in forms. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={clsx('relative inline-flex', className)}>
      <select
        {...rest}
        className="h-8 w-full appearance-none rounded-control border border-line bg-surface pr-8 shadow-button pl-2.5 text-body text-fg focus-inset"
      >
        {children}
      </select>
      <ChevronDown aria-hidden size={16} className="pointer-events-none absolute top-2 right-2 text-fg-3" />
    </span>
  );
}
