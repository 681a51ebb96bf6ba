'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Glyph } from '../glyph/glyph';
import type { GlyphName } from '../glyph/glyph-names';
import type { Tone } from '../glyph/tone';
import { buttonStyles, type ButtonSize, type ButtonVariant } from './button-styles';

/** Why a button does nothing now. The reason is the label, so nobody has to hover for it. */
export interface BlockedReason {
  readonly reason: string;
  readonly glyph?: GlyphName;
  readonly tone?: Tone;
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly busy?: boolean;
  readonly blocked?: BlockedReason | undefined;
}

/**
 * A blocked button keeps its place in the tab order, says its reason instead of its verb and does
 * nothing; a busy one ignores further clicks.
 */
export function Button({
  variant = 'default',
  size = 'normal',
  icon,
  busy = false,
  blocked,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const inert = busy || blocked !== undefined;
  return (
    <button
      {...rest}
      type={inert ? 'button' : type}
      aria-disabled={inert || undefined}
      aria-busy={busy || undefined}
      onClick={inert ? (event) => event.preventDefault() : onClick}
      className={clsx(buttonStyles({ variant: blocked ? 'blocked' : variant, size }), className)}
    >
      {blocked ? (
        <>
          <Glyph name={blocked.glyph ?? 'door-hatched'} tone={blocked.tone ?? 'at'} />
          <span className="truncate">{blocked.reason}</span>
        </>
      ) : (
        <>
          {busy ? <Glyph name="disc-moving" /> : icon}
          {children}
        </>
      )}
    </button>
  );
}
