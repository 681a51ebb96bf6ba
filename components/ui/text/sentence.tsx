import { clsx } from 'clsx';
import type { ReactNode } from 'react';

interface SentenceProps {
  /** Facts are `<b>`; those of danger carry `data-tone="bad"`. See `rich`. */
  readonly children: ReactNode;
  readonly size?: 'verdict' | 'title' | 'lede' | 'body';
  readonly as?: 'h1' | 'p';
  readonly className?: string;
}

const sizes = {
  verdict: 'text-verdict max-md:text-title',
  title: 'text-title',
  lede: 'text-lede',
  body: 'text-body',
} as const;

/** The sentence is the hero of a page: facts bold, connecting words grey. */
export function Sentence({ children, size = 'lede', as: Element = 'p', className }: SentenceProps) {
  return <Element className={clsx('sentence font-normal', sizes[size], className)}>{children}</Element>;
}
