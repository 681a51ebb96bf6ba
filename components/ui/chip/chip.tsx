import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Glyph } from '../glyph/glyph';
import type { GlyphName } from '../glyph/glyph-names';
import { toneBox, type Tone } from '../glyph/tone';

interface ChipProps {
  /** Tinted means something; without a tone the chip is outlined and names an identity. */
  readonly tone?: Tone;
  readonly glyph?: GlyphName;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Chip({ tone, glyph, children, className }: ChipProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-chip px-1.5 text-meta whitespace-nowrap',
        tone ? toneBox[tone] : 'border border-line text-fg-2',
        className,
      )}
    >
      {glyph && <Glyph name={glyph} size={12} />}
      {children}
    </span>
  );
}
