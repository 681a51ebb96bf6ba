import type { ReactNode } from 'react';
import type { GlyphName } from './glyph-names';

/** Why a line differs. */
export const changeShapes = {
  'arrow-to-line': <path d="M2.5 8h8M7.75 4.75 11 8l-3.25 3.25M13.5 3.5v9" />,
  hourglass: (
    <path d="M4.5 2.5h7M4.5 13.5h7M5.25 2.5v2.25c0 1.5 1.25 2.25 2.75 3.25 1.5 1 2.75 1.75 2.75 3.25v2.25M10.75 2.5v2.25c0 1.5-1.25 2.25-2.75 3.25-1.5 1-2.75 1.75-2.75 3.25v2.25" />
  ),
  waves: (
    <path d="M2 6.25c1-1.3 2-1.9 3-1.9 2 0 2 2.4 4 2.4 1.7 0 2.6-1 5-2.4M2 11.25c1-1.3 2-1.9 3-1.9 2 0 2 2.4 4 2.4 1.7 0 2.6-1 5-2.4" />
  ),
  bin: <path d="M3 4.5h10M6.25 4.5V3h3.5v1.5M4.25 4.5l.6 8.5h6.3l.6-8.5" />,
} as const satisfies Partial<Record<GlyphName, ReactNode>>;
