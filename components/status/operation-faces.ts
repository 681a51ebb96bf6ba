import type { OperationPhase } from '@/lib/domain/application/application-status';
import type { Face } from './sync-faces';

/** An operation is something on its way: a pennant. */
export const operationFaces = {
  Running: { glyph: 'pennant-part', tone: 'mo' },
  Terminating: { glyph: 'pennant-square', tone: 'at' },
  Failed: { glyph: 'pennant-cross', tone: 'bad' },
  Error: { glyph: 'pennant-cross', tone: 'bad' },
  Succeeded: { glyph: 'pennant-tick', tone: 'ok' },
} as const satisfies Record<OperationPhase, Face>;
