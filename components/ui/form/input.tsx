import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

const look =
  'w-full rounded-control border border-ctl bg-surface text-body text-fg focus-inset placeholder:text-fg-3 aria-invalid:border-bad';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={clsx(look, 'h-8 px-2.5', className)} />;
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={2} {...rest} className={clsx(look, 'px-2.5 py-1.5', className)} />;
}

interface SearchInputProps extends ComponentProps<'input'> {
  readonly icon: ReactNode;
  /** A key cap, a count. */
  readonly end?: ReactNode;
}

/** One-line filter with an icon in front; name it with `aria-label`. */
export function SearchInput({ icon, end, className, ...rest }: SearchInputProps) {
  return (
    <span
      className={clsx(
        'flex h-8 items-center gap-2 rounded-control border border-line bg-surface px-2 text-fg-3 focus-within:outline-2 focus-within:outline-focus',
        className,
      )}
    >
      {icon}
      <input
        type="search"
        {...rest}
        className="min-w-0 flex-1 bg-transparent text-body text-fg outline-none placeholder:text-fg-3 [&::-webkit-search-cancel-button]:hidden"
      />
      {end}
    </span>
  );
}
