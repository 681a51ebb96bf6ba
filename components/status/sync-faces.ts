import type { GlyphName } from '@/components/ui/glyph/glyph-names';
import type { Tone } from '@/components/ui/glyph/tone';
import type { OperationPhase, SyncStatus } from '@/lib/domain/application/application-status';

/** A sync status, or the operation that is changing it. */
export type SyncFace = SyncStatus | 'Syncing';

export interface Face {
  readonly glyph: GlyphName;
  readonly tone: Tone;
}

export const syncFaces = {
  OutOfSync: { glyph: 'bars-crossed', tone: 'at' },
  Syncing: { glyph: 'bars-moving', tone: 'mo' },
  Unknown: { glyph: 'bars-dashed', tone: 'mute' },
  Synced: { glyph: 'bars-level', tone: 'ok' },
} as const satisfies Record<SyncFace, Face>;

/** Faces in the order of roll-ups: problems first. */
export const syncFaceOrder = [
  'OutOfSync',
  'Syncing',
  'Unknown',
  'Synced',
] as const satisfies readonly SyncFace[];

/** A running operation is what people want to see first. */
export function syncFaceOf(status: SyncStatus | undefined, operation: OperationPhase | undefined): SyncFace {
  if (operation === 'Running' || operation === 'Terminating') return 'Syncing';
  return status ?? 'Unknown';
}
