import { describe, expect, it } from 'vitest';
import type { Application } from '@/lib/domain/application/application';
import { comparableOf, higherLevel, refreshNeeded } from './refresh-decision';

const now = new Date('2026-11-24T12:00:00Z');

function appWith(changes: Partial<Application> = {}, ageMs = 10_000): Application {
  const spec = {
    project: 'default',
    destination: { server: 's', namespace: 'n' },
    source: { repoURL: 'r', path: 'p' },
  };
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'a', namespace: 'argocd' },
    spec,
    status: {
      reconciledAt: new Date(now.getTime() - ageMs).toISOString(),
      sync: { status: 'Synced', comparedTo: comparableOf(spec) as never },
    },
    ...changes,
  };
}

describe('refreshNeeded', () => {
  it('leaves a fresh comparison of the present spec alone', () => {
    expect(refreshNeeded(appWith(), now, 120_000)).toBeUndefined();
  });

  it('compares again for an annotation, a new spec, an expired comparison and a clock that went back', () => {
    const annotated = appWith({
      metadata: { name: 'a', namespace: 'argocd', annotations: { 'argocd.argoproj.io/refresh': 'hard' } },
    });
    expect(refreshNeeded(annotated, now, 120_000)?.level).toBe('hard');
    const moved = appWith();
    moved.spec = { ...moved.spec, source: { repoURL: 'r', path: 'other' } };
    expect(refreshNeeded(moved, now, 120_000)?.reason).toBe('spec changed');
    expect(refreshNeeded(appWith({}, 130_000), now, 120_000)?.reason).toBe('comparison expired');
    expect(refreshNeeded(appWith({}, -3_600_000), now, 120_000)?.reason).toBe('comparison expired');
  });

  it('never expires when polling is off', () => {
    expect(refreshNeeded(appWith({}, 10 ** 9), now, 0)).toBeUndefined();
  });
});

describe('higherLevel', () => {
  it('keeps the more thorough of two requests', () => {
    expect(higherLevel('hard', 'recent')).toBe('hard');
    expect(higherLevel(undefined, 'recent')).toBe('recent');
    expect(higherLevel('recent', 'latest')).toBe('latest');
  });
});
