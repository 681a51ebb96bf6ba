'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from '../overlay/tooltip';
import { buttonStyles, type ButtonVariant } from './button-styles';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** Said by screen readers and shown in the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly variant?: ButtonVariant;
  /** Edge in px; 24 is the smallest target allowed. */
  readonly size?: 24 | 28 | 32;
  readonly shortcut?: string;
}

const edges = { 24: 'size-6', 28: 'size-7', 32: 'size-8' } as const;

export function IconButton({
  label,
  icon,
  variant = 'quiet',
  size = 28,
  shortcut,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        className={clsx(buttonStyles({ variant }), edges[size], 'px-0', className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
