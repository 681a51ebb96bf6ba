/**
 * Shapes by what they look like, in five families. Which state wears which shape is decided by the
 * domain-aware badges, not here.
 */
export const glyphNames = [
  'bars-level',
  'bars-crossed',
  'bars-moving',
  'bars-dashed',
  'disc-tick',
  'disc-moving',
  'disc-paused',
  'disc-dashed',
  'disc-question',
  'octagon-cross',
  'door-tick',
  'door-dots',
  'door-clock',
  'door-hatched',
  'door-person',
  'door-cross',
  'door-skip',
  'door-dashed',
  'pennant-empty',
  'pennant-dots',
  'pennant-person',
  'pennant-clock',
  'pennant-part',
  'pennant-tick',
  'pennant-cross',
  'pennant-square',
  'pennant-bars',
  'pennant-double',
  'pennant-lines',
  'arrow-to-line',
  'hourglass',
  'waves',
  'bin',
] as const;

export type GlyphName = (typeof glyphNames)[number];
