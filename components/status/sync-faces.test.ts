import { describe, expect, it } from 'vitest';
import { HEALTH_STATUSES } from '@/lib/domain/health/health-status';
import { healthFaces, healthOrder } from './health-faces';
import { syncFaceOf, syncFaceOrder, syncFaces } from './sync-faces';

describe('faces of states', () => {
  it('gives each state a shape of its own, so that colour is never needed', () => {
    const glyphs = [...Object.values(syncFaces), ...Object.values(healthFaces)].map((face) => face.glyph);
    expect(new Set(glyphs).size).toBe(glyphs.length);
  });

  it('counts every state in roll-ups', () => {
    expect([...healthOrder].sort()).toEqual([...HEALTH_STATUSES].sort());
    expect([...syncFaceOrder].sort()).toEqual(Object.keys(syncFaces).sort());
  });

  it('shows a running operation instead of the status it is about to change', () => {
    expect(syncFaceOf('OutOfSync', 'Running')).toBe('Syncing');
    expect(syncFaceOf('OutOfSync', 'Failed')).toBe('OutOfSync');
    expect(syncFaceOf(undefined, undefined)).toBe('Unknown');
  });
});
