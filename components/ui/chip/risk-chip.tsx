import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Glyph } from '../glyph/glyph';
import type { GlyphName } from '../glyph/glyph-names';
import { toneBox, type Tone } from '../glyph/tone';

interface RiskChipProps {
  /** Only deletions (`bad`) and overwrites (`at`) are tinted. */
  readonly tone?: Extract<Tone, 'bad' | 'at'>;
  readonly glyph: GlyphName;
  readonly glyphTone?: Tone;
  /** In-page address of the hunk that it speaks of. */
  readonly href?: string;
  readonly children: ReactNode;
}

export function RiskChip({ tone, glyph, glyphTone = 'mute', href, children }: RiskChipProps) {
  const content = (
    <>
      <Glyph name={glyph} tone={tone ?? glyphTone} />
      {children}
    </>
  );
  const look = clsx(
    'inline-flex min-h-7 items-center gap-1.5 rounded-chip border px-2 py-1 text-meta [&_b]:font-medium',
    tone ? toneBox[tone] : 'border-line text-fg-2 [&_b]:text-fg',
  );
  if (href === undefined) return <span className={look}>{content}</span>;
  return (
    <a href={href} className={clsx(look, 'hover:border-ctl')}>
      {content}
    </a>
  );
}
