import { describe, expect, it } from 'vitest';
import { applicationRow } from '../__fixtures__/application-row';
import { syncBlock } from './bulk-blocks';

const closed = applicationRow('payments', {
  window: { open: false, manualOpen: false, reason: 'Rehearsal', until: '2026-11-24T05:00:00Z' },
});
const running = applicationRow('web', {
  operation: { phase: 'Running', message: '', startedAt: '2026-11-23T13:00:00Z', finishedAt: null },
});

describe('syncBlock', () => {
  it('blocks when every chosen application is closed', () => {
    expect(syncBlock([closed])).toMatchObject({ kind: 'window', count: 1, row: { name: 'payments' } });
  });

  it('names the window first when some are closed and the others run', () => {
    expect(syncBlock([running, closed])?.kind).toBe('window');
    expect(syncBlock([running])).toEqual({ kind: 'running', count: 1 });
  });

  it('does not block while one can be synced', () => {
    expect(syncBlock([closed, applicationRow('cart')])).toBeUndefined();
    expect(syncBlock([])).toBeUndefined();
  });
});
