import { describe, expect, it } from 'vitest';
import type { Application } from '@/lib/domain/application/application';
import { application, FakeEngine, OPEN_WINDOW } from '../../__fixtures__/fake-engine';
import { toApplicationRow } from './application-row';

const AT = '2026-11-24T12:00:00Z';

function rowOf(app: Application, change: Parameters<FakeEngine['put']>[1] = {}) {
  const engine = new FakeEngine();
  engine.put(app, change);
  return toApplicationRow(engine.applications()[0]!, 'in-cluster');
}

describe('an application’s row', () => {
  it('counts resources by what is wrong with them; hooks are none', () => {
    const app = application('dev-shop');
    const resources: NonNullable<Application['status']>['resources'] = [
      { kind: 'Service', name: 'a', status: 'Synced', health: { status: 'Healthy' } },
      {
        kind: 'Deployment',
        name: 'b',
        status: 'OutOfSync',
        health: { status: 'Degraded', message: 'CrashLoop' },
      },
      { kind: 'ConfigMap', name: 'c', status: 'OutOfSync', requiresPruning: true },
      { kind: 'Secret', name: 'd', status: 'OutOfSync', health: { status: 'Missing' } },
      { kind: 'Job', name: 'e', hook: true, health: { status: 'Degraded' } },
    ];
    const row = rowOf({ ...app, status: { ...app.status, health: { status: 'Degraded' }, resources } });
    expect(row.counts).toEqual({
      resources: 4,
      outOfSync: 2,
      toPrune: 1,
      missing: 1,
      degraded: 1,
      progressing: 0,
    });
    expect(row.health.message).toBe('CrashLoop');
  });

  it('says who deployed what last', () => {
    const app = application('dev-shop');
    const history = [
      { id: 1, revision: 'old', deployedAt: AT, initiatedBy: { username: 'ada' } },
      { id: 2, revision: 'new', deployedAt: AT, initiatedBy: { automated: true } },
    ];
    expect(rowOf({ ...app, status: { ...app.status, history } }).lastDeploy).toEqual({
      at: AT,
      by: 'automated sync',
      automated: true,
      revision: 'new',
    });
  });

  it('shows an operation that was asked for and has not begun', () => {
    const app = application('dev-shop');
    const operationState = { operation: {}, phase: 'Succeeded' as const, startedAt: AT, finishedAt: AT };
    const status = { ...app.status, operationState };
    expect(rowOf({ ...app, status }).operation?.phase).toBe('Succeeded');
    expect(rowOf({ ...app, status, operation: { sync: {} } }).operation).toMatchObject({
      phase: 'Running',
      finishedAt: null,
    });
  });

  it('is of an application that was never compared, too', () => {
    const bare = application('dev-shop');
    delete bare.status;
    expect(rowOf(bare)).toMatchObject({
      sync: { status: 'Unknown', revision: '' },
      health: { status: 'Unknown' },
      operation: null,
      lastDeploy: null,
      version: '',
    });
  });

  it('is the same object until something of it changes', () => {
    const app = application('dev-shop');
    const first = rowOf(app);
    expect(rowOf(app)).toBe(first);
    const closed = { ...OPEN_WINDOW, open: false, reason: 'Freeze' };
    expect(rowOf(app, { window: closed }).window.reason).toBe('Freeze');
    expect(rowOf(app, { driftSince: new Date(AT) }).driftSince).toBe('2026-11-24T12:00:00.000Z');
    expect(rowOf({ ...app })).not.toBe(first);
  });
});
