import { describe, expect, it } from 'vitest';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { planRefs } from './plan-url';
import { sumPlans } from './sum-plans';

function plan(counts: Partial<SyncPlan['counts']>, manualOpen = true): SyncPlan {
  return {
    digest: 'sha256:7f3ac91e',
    application: { cluster: 'c', namespace: 'argocd', name: 'web' },
    revisions: [],
    computedAt: '2026-11-23T13:00:00Z',
    prune: true,
    syncOptions: [],
    phases: [],
    counts: { create: 0, update: 0, unchanged: 0, prune: 0, hook: 0, skip: 0, ...counts },
    warnings: [],
    window: { open: manualOpen, manualOpen, reason: manualOpen ? '' : 'Rehearsal', until: null },
  };
}

describe('sumPlans', () => {
  it('counts only what would run: not the closed, not the empty', () => {
    expect(
      sumPlans([plan({ update: 2, prune: 1 }), plan({ update: 9 }, false), plan({ unchanged: 4 })]),
    ).toEqual({
      apps: 1,
      create: 0,
      update: 2,
      prune: 1,
      hook: 0,
    });
  });

  it('counts an application whose hooks alone would run', () => {
    expect(sumPlans([plan({ hook: 1 })]).apps).toBe(1);
  });
});

describe('planRefs', () => {
  it('names each application once and drops what is none', () => {
    expect(planRefs(['c/argocd/web', 'c/argocd/web', 'nonsense', 'a/b'])).toEqual([
      { cluster: 'c', namespace: 'argocd', name: 'web' },
    ]);
  });
});
