import { describe, expect, it } from 'vitest';
import type { Application } from '../application';
import type { OperationState, ResourceStatus } from '../application-status';
import { decideAutoSync, type AutoSyncInput } from './decide-auto-sync';
import { selfHealDelayMs } from './self-heal-delay';

const source = { repoURL: 'r', path: 'p' };
const now = new Date('2026-01-01T12:00:00Z');

function app(automated: object, operationState?: OperationState): Application {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'web', namespace: 'argocd' },
    spec: {
      project: 'p',
      destination: { server: 's' },
      source,
      syncPolicy: { automated, syncOptions: ['A=b'] },
    },
    ...(operationState ? { status: { operationState } } : {}),
  };
}

function attempt(phase: OperationState['phase'], secondsAgo: number, count = 0): OperationState {
  const finishedAt = new Date(now.getTime() - secondsAgo * 1000).toISOString();
  return {
    operation: { sync: { selfHealAttemptsCount: count } },
    phase,
    message: 'it broke',
    startedAt: finishedAt,
    finishedAt,
    syncResult: { revision: 'c1', source },
  };
}

const outOfSync: ResourceStatus = { kind: 'ConfigMap', name: 'a', namespace: 'shop', status: 'OutOfSync' };
const extra: ResourceStatus = { ...outOfSync, name: 'x', requiresPruning: true };

function decide(
  application: Application,
  over: Partial<AutoSyncInput> = {},
): ReturnType<typeof decideAutoSync> {
  return decideAutoSync({
    application,
    status: 'OutOfSync',
    revisions: ['c1'],
    resources: [outOfSync],
    now,
    ...over,
  });
}

describe('automated sync', () => {
  it('syncs a new revision with the options of the Application and five retries', () => {
    expect(decide(app({ prune: true }))).toEqual({
      type: 'sync',
      isSelfHeal: false,
      operation: {
        sync: { revision: 'c1', source, prune: true, syncOptions: ['A=b'] },
        initiatedBy: { automated: true },
        retry: { limit: 5 },
      },
    });
  });

  it('does nothing when it is off, busy, being deleted or not OutOfSync', () => {
    expect(decide(app({ enabled: false })).type).toBe('skip');
    expect(decide({ ...app({}), operation: {} }).type).toBe('skip');
    const deleting = app({});
    deleting.metadata.deletionTimestamp = now.toISOString();
    expect(decide(deleting).type).toBe('skip');
    expect(decide(app({}), { status: 'Unknown' }).type).toBe('skip');
  });

  it('leaves alone what could only be pruned while prune is off', () => {
    expect(decide(app({}), { resources: [extra] }).type).toBe('skip');
    expect(decide(app({}), { resources: [extra, outOfSync] }).type).toBe('sync');
  });

  it('refuses to prune everything unless that is allowed', () => {
    const message = 'Skipping sync attempt to [c1]: auto-sync will wipe out all resources';
    expect(decide(app({ prune: true }), { resources: [extra] })).toEqual({
      type: 'blocked',
      condition: { type: 'SyncError', message },
    });
    expect(decide(app({ prune: true, allowEmpty: true }), { resources: [extra] }).type).toBe('sync');
  });

  it('tries a failed revision only once, and again when Git or the source moves', () => {
    const failed = app({ selfHeal: true }, attempt('Failed', 10));
    expect(decide(failed)).toEqual({
      type: 'blocked',
      condition: { type: 'SyncError', message: 'Failed last sync attempt to [c1]: it broke' },
    });
    expect(decide(failed, { revisions: ['c2'] }).type).toBe('sync');
    failed.spec.source = { ...source, path: 'other' };
    expect(decide(failed).type).toBe('sync');
  });
});

describe('self-heal', () => {
  it('is needed for a second sync to the same revision', () => {
    expect(decide(app({}, attempt('Succeeded', 10))).type).toBe('skip');
  });

  it('syncs only what differs, with its namespace', () => {
    const decision = decide(app({ selfHeal: true }, attempt('Succeeded', 10)));
    expect(decision).toMatchObject({
      type: 'sync',
      isSelfHeal: true,
      operation: {
        sync: { selfHealAttemptsCount: 1, resources: [{ kind: 'ConfigMap', name: 'a', namespace: 'shop' }] },
      },
    });
  });

  it('waits longer each time, and starts anew after a quiet spell', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((n) => selfHealDelayMs(n) / 1000)).toEqual([
      0, 2, 6, 18, 54, 162, 300, 300,
    ]);
    const waiting = decide(app({ selfHeal: true }, attempt('Succeeded', 10, 3)));
    expect(waiting).toMatchObject({ type: 'wait', until: new Date(now.getTime() + 8_000) });
    expect(decide(app({ selfHeal: true }, attempt('Succeeded', 400, 6)))).toMatchObject({
      operation: { sync: { selfHealAttemptsCount: 1 } },
    });
  });
});
