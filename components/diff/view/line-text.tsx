import { clsx } from 'clsx';
import { lineSegments } from '../lines/line-segments';
import type { WordMark } from '../lines/word-marks';
import type { YamlPart } from '../lines/yaml-parts';

const inks = {
  space: '',
  punctuation: 'text-fg-3',
  key: 'text-fg',
  value: 'text-code',
} as const satisfies Record<YamlPart, string>;

interface LineTextProps {
  readonly text: string;
  readonly marks?: readonly WordMark[] | undefined;
  readonly side?: 'before' | 'after';
}

/** A line of YAML in its three inks, with its changed words on the stronger ground. */
export function LineText({ text, marks, side = 'after' }: LineTextProps) {
  const ground = side === 'before' ? 'bg-del-w' : 'bg-add-w';
  return lineSegments(text, marks).map((segment, index) => {
    // Grey is too faint on the ground of a changed word.
    const ink = segment.isChanged && segment.part === 'punctuation' ? 'text-fg' : inks[segment.part];
    return (
      <span key={index} className={clsx(ink, segment.isChanged && `rounded-[2px] ${ground}`)}>
        {segment.text}
      </span>
    );
  });
}
