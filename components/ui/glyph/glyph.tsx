import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { changeShapes } from './change-shapes';
import { discShapes } from './disc-shapes';
import { doorShapes } from './door-shapes';
import type { GlyphName } from './glyph-names';
import { pennantShapes } from './pennant-shapes';
import { toneGlyph, type Tone } from './tone';

const shapes = {
  ...discShapes,
  ...doorShapes,
  ...pennantShapes,
  ...changeShapes,
} satisfies Record<GlyphName, ReactNode>;

const turning: ReadonlySet<GlyphName> = new Set(['disc-moving']);

interface GlyphProps {
  readonly name: GlyphName;
  readonly tone?: Tone;
  /** Said by screen readers; leave out where the word stands beside it. */
  readonly label?: string;
  /** Edge in px: 16 beside a word, 12 in a chip. */
  readonly size?: 12 | 16 | 20;
  readonly className?: string;
}

/** One of the product's own shapes, drawn in the colour of its meaning. */
export function Glyph({ name, tone, label, size = 16, className }: GlyphProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx(tone && toneGlyph[tone], turning.has(name) && 'animate-turn', className)}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {shapes[name]}
    </svg>
  );
}
