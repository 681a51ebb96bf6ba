import type { ActivityEntry } from '@/lib/contracts/platform/activity';
import type { Face } from './sync-faces';

const verbs = [
  'sync',
  'refresh',
  'create',
  'update',
  'delete',
  'terminate',
  'rollback',
  'patch',
  'action',
  'override',
] as const;
export type ActivityVerb = (typeof verbs)[number] | 'other';

const allowed = {
  sync: { glyph: 'pennant-tick', tone: 'ok' },
  refresh: { glyph: 'bars-moving', tone: 'mute' },
  create: { glyph: 'pennant-empty', tone: 'mute' },
  update: { glyph: 'arrow-to-line', tone: 'mute' },
  delete: { glyph: 'bin', tone: 'bad' },
  terminate: { glyph: 'pennant-square', tone: 'at' },
  rollback: { glyph: 'pennant-double', tone: 'at' },
  patch: { glyph: 'waves', tone: 'at' },
  action: { glyph: 'door-dots', tone: 'mute' },
  override: { glyph: 'door-skip', tone: 'at' },
  other: { glyph: 'door-tick', tone: 'mute' },
} as const satisfies Record<ActivityVerb, Face>;

/** The verb of an action such as `application.sync`; `other` where we have no word for it. */
export function activityVerb(action: string): ActivityVerb {
  const words = action.toLowerCase().split(/[^a-z]+/);
  return verbs.find((verb) => words.includes(verb)) ?? 'other';
}

export function activityFace(result: ActivityEntry['result'], verb: ActivityVerb): Face {
  if (result === 'denied') return { glyph: 'door-cross', tone: 'bad' };
  if (result === 'failed') return { glyph: 'octagon-cross', tone: 'bad' };
  return allowed[verb];
}
