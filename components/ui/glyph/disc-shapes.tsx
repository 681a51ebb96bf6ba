import type { ReactNode } from 'react';
import type { GlyphName } from './glyph-names';

const ring = <circle cx="8" cy="8" r="5.75" />;

/** Cut out of a filled shape in the colour of the ground. */
export const knock = { stroke: 'var(--glyph-ground, var(--surface))', strokeWidth: 1.75 } as const;

/** Bars say whether two sides agree, discs how something is. */
export const discShapes = {
  'bars-level': <path strokeWidth="1.75" d="M3 6h10M3 10h10" />,
  'bars-crossed': <path strokeWidth="1.75" d="M3 6h10M3 10h10M10.75 2.75 5.25 13.25" />,
  'bars-moving': <path strokeWidth="1.75" d="M3 6h10L10 3M13 10H3l3 3" />,
  'bars-dashed': (
    <path strokeWidth="1.75" d="M3 6h1.5M7.25 6h1.5M11.5 6H13M3 10h1.5M7.25 10h1.5M11.5 10H13" />
  ),
  'disc-tick': (
    <>
      {ring}
      <path d="M5.6 8.2 7.3 9.9l3.2-3.6" />
    </>
  ),
  'disc-moving': (
    <>
      <path d="M8 2.25A5.75 5.75 0 1 1 2.25 8" />
      <circle cx="8" cy="8" r="1.75" fill="currentColor" stroke="none" />
    </>
  ),
  'disc-paused': (
    <>
      {ring}
      <path d="M6.5 6v4M9.5 6v4" />
    </>
  ),
  'disc-dashed': <circle cx="8" cy="8" r="5.75" strokeDasharray="2.2 2.32" strokeLinecap="butt" />,
  'disc-question': (
    <>
      {ring}
      <path d="M6.4 6.5a1.65 1.65 0 1 1 2.4 1.45c-.55.3-.8.6-.8 1.05" />
      <circle cx="8" cy="11.1" r=".85" fill="currentColor" stroke="none" />
    </>
  ),
  'octagon-cross': (
    <>
      <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z" fill="currentColor" stroke="none" />
      <path d="m6 6 4 4M10 6l-4 4" {...knock} />
    </>
  ),
} as const satisfies Partial<Record<GlyphName, ReactNode>>;
