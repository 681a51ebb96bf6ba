import { Glyph } from '../glyph/glyph';
import type { GlyphName } from '../glyph/glyph-names';
import type { Tone } from '../glyph/tone';

interface GlyphCountProps {
  readonly glyph: GlyphName;
  readonly tone: Tone;
  readonly count: number;
  /** The state in words; the glyph stands alone here. */
  readonly label: string;
}

/** A state and how many have it, as used in roll-up rows. */
export function GlyphCount({ glyph, tone, count, label }: GlyphCountProps) {
  return (
    <span className="inline-flex items-center gap-1.5" title={label}>
      <Glyph name={glyph} tone={tone} label={label} />
      <span className="nums text-meta text-fg-2">{count}</span>
    </span>
  );
}
