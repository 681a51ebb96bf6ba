'use client';

import { clsx } from 'clsx';
import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'size'> {
  /** Some of the things below are chosen. */
  readonly mixed?: boolean;
}

/** A 14 px box inside a 24 px target. */
export function Checkbox({ mixed = false, className, ...rest }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <span className={clsx('relative inline-grid size-6 shrink-0 place-items-center', className)}>
      <input
        {...rest}
        ref={input}
        type="checkbox"
        className="peer absolute inset-0 size-6 cursor-pointer appearance-none rounded-chip focus-visible:outline-offset-0"
      />
      <span className="pointer-events-none size-3.5 rounded-check border border-ctl bg-surface peer-checked:border-you peer-checked:bg-you peer-indeterminate:border-you peer-indeterminate:bg-you" />
      <svg
        viewBox="0 0 14 14"
        aria-hidden
        className="pointer-events-none absolute size-3.5 fill-none stroke-on-you stroke-2 opacity-0 peer-checked:opacity-100 peer-indeterminate:hidden"
      >
        <path d="m3.5 7.2 2.4 2.4 4.6-5" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span className="pointer-events-none absolute hidden h-0.5 w-2 rounded-full bg-on-you peer-indeterminate:block" />
    </span>
  );
}

interface CheckboxRowProps extends CheckboxProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

/** Option with a word and, below it, what it does now. */
export function CheckboxRow({ label, hint, ...rest }: CheckboxRowProps) {
  return (
    <label className="flex items-start gap-1.5">
      <Checkbox {...rest} className="-mt-0.5 -ml-1.5" />
      <span className="flex flex-col">
        <span className="text-body text-fg">{label}</span>
        {hint !== undefined && <span className="text-meta text-fg-3">{hint}</span>}
      </span>
    </label>
  );
}
