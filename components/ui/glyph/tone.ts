/** What a colour means: fine, moving, look here, broken, yours, or nothing. */
export const tones = ['ok', 'mo', 'at', 'bad', 'you', 'mute'] as const;
export type Tone = (typeof tones)[number];

export const toneGlyph = {
  ok: 'text-ok',
  mo: 'text-mo',
  at: 'text-at',
  bad: 'text-bad',
  you: 'text-you-t',
  mute: 'text-fg-3',
} as const satisfies Record<Tone, string>;

/** Words of calm states stay grey, so that a healthy screen is nearly grey. */
export const toneWord = {
  ok: 'text-fg-2',
  mo: 'text-mo-t',
  at: 'text-at-t',
  bad: 'text-bad-t',
  you: 'text-you-t',
  mute: 'text-fg-2',
} as const satisfies Record<Tone, string>;

/** Ground, text and edge of a tinted box. */
export const toneBox = {
  ok: 'bg-ok-tint text-ok-t border-ok-line',
  mo: 'bg-mo-tint text-mo-t border-mo-line',
  at: 'bg-at-tint text-at-t border-at-line',
  bad: 'bg-bad-tint text-bad-t border-bad-line',
  you: 'bg-you-tint text-you-t border-you-line',
  mute: 'bg-press text-fg-2 border-line',
} as const satisfies Record<Tone, string>;
