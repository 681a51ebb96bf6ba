import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonStyles, type ButtonSize, type ButtonVariant } from './button-styles';

type ButtonLinkProps = ComponentProps<typeof Link> & {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
};

/** A link that looks like a button, because it takes the reader somewhere to act. */
export function ButtonLink({ variant = 'default', size = 'normal', className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={clsx(buttonStyles({ variant, size }), className)} />;
}
