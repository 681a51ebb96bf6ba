import { describe, expect, it } from 'vitest';
import type { Overview, WaitingItem } from '@/lib/contracts/platform/overview';
import { verdictClauses } from './verdict-clauses';

function waiting(kind: WaitingItem['kind'], name: string): WaitingItem {
  return {
    kind,
    application: { cluster: 'c', namespace: 'argocd', name },
    environment: null,
    message: '',
    since: null,
  };
}

function overview(items: WaitingItem[], syncing: number, closed: number): Overview {
  return {
    applications: {
      total: 9,
      sync: { Synced: 9, OutOfSync: 0, Unknown: 0 },
      health: { Healthy: 9, Suspended: 0, Progressing: 0, Missing: 0, Degraded: 0, Unknown: 0 },
      syncing,
      closed,
    },
    waiting: items,
    inFlight: [],
    environments: [],
    matrix: [],
    windows: [],
    recent: [],
    at: '2026-11-23T13:06:00Z',
  };
}

describe('verdictClauses', () => {
  it('says people first, then motion, then what is closed', () => {
    expect(
      verdictClauses(overview([waiting('failed-sync', 'b')], 2, 3)).map((clause) => clause.kind),
    ).toEqual(['failed-sync', 'syncing', 'closed']);
  });

  it('names each cause, worst first, while there is room', () => {
    const items = [waiting('drift', 'a'), waiting('degraded', 'b'), waiting('failed-sync', 'c')];
    expect(verdictClauses(overview(items, 0, 0)).map((clause) => clause.kind)).toEqual([
      'failed-sync',
      'degraded',
      'drift',
    ]);
  });

  it('sums causes up rather than leaving one out', () => {
    const items = [waiting('drift', 'a'), waiting('degraded', 'a'), waiting('failed-sync', 'c')];
    expect(verdictClauses(overview(items, 1, 2))).toEqual([
      { kind: 'waiting', count: 2 },
      { kind: 'syncing', count: 1 },
      { kind: 'closed', count: 2 },
    ]);
  });

  it('counts an application once per cause', () => {
    expect(verdictClauses(overview([waiting('condition', 'a'), waiting('condition', 'a')], 0, 0))).toEqual([
      { kind: 'condition', count: 1 },
    ]);
  });

  it('has nothing to say when all is calm', () => {
    expect(verdictClauses(overview([], 0, 0))).toEqual([]);
  });
});
