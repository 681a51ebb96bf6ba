import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

/** The only box of a page: around lists and diffs. */
export function Panel({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      {...rest}
      className={clsx('overflow-hidden rounded-panel border border-line bg-surface', className)}
    />
  );
}

/** First line inside a panel. */
export function PanelHead({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      {...rest}
      className={clsx(
        'flex min-h-10 flex-wrap items-center gap-2 border-b border-line px-4 text-body font-semibold',
        className,
      )}
    />
  );
}
