import type { ReactNode } from 'react';
import { knock } from './disc-shapes';
import type { GlyphName } from './glyph-names';

const frame = <rect x="2.25" y="2.25" width="11.5" height="11.5" rx="3" />;

function door(inside: ReactNode): ReactNode {
  return (
    <>
      {frame}
      {inside}
    </>
  );
}

/** Square doors are gates: open, shut, or waiting for somebody. */
export const doorShapes = {
  'door-tick': door(<path d="M5.6 8.2 7.3 9.9l3.2-3.6" />),
  'door-dots': door(<path strokeWidth="2" d="M5.2 8h.01M8 8h.01M10.8 8h.01" />),
  'door-clock': door(<path d="M8 5.25V8.2l2 1.2" />),
  'door-hatched': door(<path d="M3 10.2 10.2 3M4.2 13 13 4.2M9.4 13.2l3.8-3.8" />),
  'door-person': door(
    <>
      <circle cx="8" cy="6.4" r="1.4" />
      <path d="M5.4 11.2c.4-1.5 1.3-2.2 2.6-2.2s2.2.7 2.6 2.2" />
    </>,
  ),
  'door-cross': (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="3.5" fill="currentColor" stroke="none" />
      <path d="m6 6 4 4M10 6l-4 4" {...knock} />
    </>
  ),
  'door-skip': door(<path d="m5.4 5.6 2.3 2.4-2.3 2.4M8.6 5.6 10.9 8l-2.3 2.4" />),
  'door-dashed': (
    <rect
      x="2.25"
      y="2.25"
      width="11.5"
      height="11.5"
      rx="3"
      strokeDasharray="2.2 2.32"
      strokeLinecap="butt"
    />
  ),
} as const satisfies Partial<Record<GlyphName, ReactNode>>;
