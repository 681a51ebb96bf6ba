import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Glyph } from '../glyph/glyph';
import type { GlyphName } from '../glyph/glyph-names';
import { toneBox, type Tone } from '../glyph/tone';

interface NoticeProps {
  readonly tone: Extract<Tone, 'at' | 'bad' | 'mo' | 'you'>;
  readonly glyph: GlyphName;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Boxed stands alone; else it is a strip inside its widget. */
  readonly boxed?: boolean;
}

/** Tinted strip for what is partial, stale or changed. */
export function Notice({ tone, glyph, children, action, boxed = false }: NoticeProps) {
  return (
    <div
      role="status"
      className={clsx(
        'flex items-start gap-3 px-4 py-2.5 text-body [&_b]:font-semibold',
        toneBox[tone],
        boxed ? 'rounded-panel border' : 'border-b',
      )}
    >
      <span className="pt-0.5">
        <Glyph name={glyph} tone={tone} />
      </span>
      <div className="min-w-0 flex-1 text-pretty">{children}</div>
      {action}
    </div>
  );
}
