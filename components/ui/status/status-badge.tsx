import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Glyph } from '../glyph/glyph';
import type { GlyphName } from '../glyph/glyph-names';
import { toneWord, type Tone } from '../glyph/tone';

interface StatusBadgeProps {
  readonly glyph: GlyphName;
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Status is always glyph and word. */
export function StatusBadge({ glyph, tone, children, className }: StatusBadgeProps) {
  return (
    <span className={clsx('inline-flex min-w-0 items-center gap-1.5', toneWord[tone], className)}>
      <Glyph name={glyph} tone={tone} />
      <span className="truncate">{children}</span>
    </span>
  );
}
