export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** Row heights in px for virtual lists; app/styles/tokens.css has the same figures for CSS. */
export const rowHeights = {
  comfortable: { row: 36, tree: 32, twoLine: 48 },
  compact: { row: 28, tree: 24, twoLine: 40 },
} as const satisfies Record<Density, Record<'row' | 'tree' | 'twoLine', number>>;
