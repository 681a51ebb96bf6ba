import type { HealthStatus } from '@/lib/domain/health/health-status';
import type { Face } from './sync-faces';

export const healthFaces = {
  Degraded: { glyph: 'octagon-cross', tone: 'bad' },
  Missing: { glyph: 'disc-dashed', tone: 'at' },
  Unknown: { glyph: 'disc-question', tone: 'mute' },
  Progressing: { glyph: 'disc-moving', tone: 'mo' },
  Suspended: { glyph: 'disc-paused', tone: 'mute' },
  Healthy: { glyph: 'disc-tick', tone: 'ok' },
} as const satisfies Record<HealthStatus, Face>;

/** Statuses in the order of roll-ups: problems first. */
export const healthOrder = [
  'Degraded',
  'Missing',
  'Unknown',
  'Progressing',
  'Suspended',
  'Healthy',
] as const satisfies readonly HealthStatus[];
