import type { ReactNode } from 'react';
import { knock } from './disc-shapes';
import type { GlyphName } from './glyph-names';

const outline =
  'M3.25 3.5h5.9a1 1 0 0 1 .75.33L13.6 8l-3.7 4.17a1 1 0 0 1-.75.33h-5.9a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z';

function pennant(inside: ReactNode): ReactNode {
  return (
    <>
      <path d={outline} />
      {inside}
    </>
  );
}

/** Pennants are things on their way. */
export const pennantShapes = {
  'pennant-empty': pennant(null),
  'pennant-dots': pennant(<path strokeWidth="2" d="M5.6 8h.01M8.6 8h.01" />),
  'pennant-person': pennant(
    <>
      <circle cx="7" cy="6.8" r="1.2" />
      <path d="M4.9 10.6c.3-1.1 1-1.7 2.1-1.7s1.8.6 2.1 1.7" />
    </>,
  ),
  'pennant-clock': pennant(<path d="M7 5.75V8.2l1.6 1" />),
  'pennant-part': pennant(
    <path d="M3.25 3.5H7.3v9H3.25a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z" fill="currentColor" stroke="none" />,
  ),
  'pennant-tick': pennant(<path d="M4.8 8.2 6.4 9.8l2.9-3.3" />),
  'pennant-cross': (
    <>
      <path d={outline} fill="currentColor" />
      <path d="m5.2 6.2 3.6 3.6M8.8 6.2 5.2 9.8" {...knock} />
    </>
  ),
  'pennant-square': pennant(
    <rect x="5.25" y="6.25" width="3.5" height="3.5" rx=".5" fill="currentColor" stroke="none" />,
  ),
  'pennant-bars': pennant(<path d="M5.6 6.2v3.6M8.4 6.2v3.6" />),
  'pennant-double': (
    <path d="M3 3.75h3.2L9.6 8l-3.4 4.25H3a.75.75 0 0 1-.75-.75v-7A.75.75 0 0 1 3 3.75zM9.6 3.75 13.2 8l-3.6 4.25" />
  ),
  'pennant-lines': pennant(<path d="M5 6.75h4M5 9.25h4" />),
} as const satisfies Partial<Record<GlyphName, ReactNode>>;
