import { describe, expect, it } from 'vitest';
import type { OperationProgress, OperationView } from '@/lib/contracts/sync/operation';
import type { PlanTask, SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { planDelta } from './plan-delta';
import { planSections } from './plan-sections';
import { withResults } from './recorded-steps';
import { runProgress, sectionRun } from './run-progress';
import { planChoicesOf, syncOptionsWith, syncRequestOf, type SyncChoices } from './sync-choices';

const task = (kind: string, name: string, change: Partial<PlanTask> = {}): PlanTask => ({
  id: `Sync/${kind}/${name}`,
  key: { group: '', kind, namespace: 'shop', name },
  version: 'v1',
  action: 'update',
  write: 'apply',
  hook: false,
  reason: '',
  fields: 1,
  force: false,
  ...change,
});
const plan = (tasks: PlanTask[], change: Partial<SyncPlan> = {}) =>
  ({
    digest: 'aa',
    phases: [{ phase: 'Sync', waves: [{ wave: 0, tasks }] }],
    ...change,
  }) as unknown as SyncPlan;
const at = (second: number) => `2026-11-23T14:00:${String(second).padStart(2, '0')}Z`;

describe('planSections', () => {
  it('leaves out what stays as it is, keeps the order, and tells hooks for failure apart', () => {
    const { sections, onFailure } = planSections({
      phases: [
        {
          phase: 'PreSync',
          waves: [{ wave: 0, tasks: [task('Job', 'migrate', { action: 'hook', hook: true })] }],
        },
        {
          phase: 'Sync',
          waves: [
            { wave: 0, tasks: [task('ConfigMap', 'same', { action: 'unchanged' })] },
            { wave: 1, tasks: [task('Deployment', 'web')] },
            { wave: 2, tasks: [task('CronJob', 'old', { action: 'prune' })] },
          ],
        },
        { phase: 'SyncFail', waves: [{ wave: 0, tasks: [task('Job', 'alert', { action: 'hook' })] }] },
      ],
    });
    expect(sections.map((section) => [section.id, section.isOnlyWave, section.isPrune])).toEqual([
      ['PreSync 0', true, false],
      ['Sync 1', false, false],
      ['Sync 2', false, true],
    ]);
    expect(onFailure.map((it) => it.key.name)).toEqual(['alert']);
  });
});

describe('planDelta', () => {
  it('names exactly the tasks that are new, gone or different', () => {
    const read = plan([task('Deployment', 'web'), task('Service', 'gone'), task('ConfigMap', 'same')]);
    const now = plan([
      task('Deployment', 'web', { reason: 'image 1 → 2' }),
      task('ConfigMap', 'same'),
      task('Ingress', 'new'),
    ]);
    const delta = planDelta(read, now);
    expect([delta.changed, delta.added, delta.removed.map((it) => it.key.name), delta.count]).toEqual([
      ['Sync/Deployment/web'],
      ['Sync/Ingress/new'],
      ['gone'],
      3,
    ]);
  });

  it('asks for a review even when only the commit moved', () => {
    expect(planDelta(plan([]), plan([], { digest: 'bb' })).count).toBe(1);
  });
});

describe('runProgress', () => {
  const key = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
  const step = (
    state: 'pending' | 'running' | 'waiting' | 'succeeded' | 'failed',
    second: number,
    message = '',
  ): OperationProgress => ({
    type: 'task',
    at: at(second),
    taskId: 'Sync/Deployment/web',
    key,
    phase: 'Sync',
    wave: 0,
    state,
    message,
  });
  const [section] = planSections(plan([task('Deployment', 'web')])).sections;

  it('keeps the start of a task, ends it once and counts it', () => {
    const progress = runProgress(
      [
        { type: 'started', at: at(0), planDigest: 'aa', total: 2 },
        step('pending', 0),
        step('running', 1),
        step('waiting', 2, '3 of 4 ready'),
        step('succeeded', 9),
      ],
      5,
    );
    expect(progress.tasks.get('Sync/Deployment/web')).toEqual({
      state: 'succeeded',
      message: '',
      startedAt: at(1),
      endedAt: at(9),
    });
    expect([progress.done, progress.total]).toEqual([1, 2]);
    expect(sectionRun(section!, progress).state).toBe('done');
  });

  it('says what a wave waits for until it is done', () => {
    const waiting: OperationProgress = {
      type: 'wave',
      at: at(3),
      phase: 'Sync',
      wave: 0,
      state: 'waiting',
      waitsFor: [{ key, message: 'Deployment web: 3 of 4 ready' }],
    };
    expect(runProgress([waiting], 1).waitsFor).toMatchObject([{ name: 'web', message: '3 of 4 ready' }]);
    expect(runProgress([waiting, { ...waiting, state: 'done', waitsFor: [] }], 1).waitsFor).toEqual([]);
  });

  it('lets a failed task fail its section', () => {
    expect(sectionRun(section!, runProgress([step('failed', 1, 'denied')], 1)).state).toBe('failed');
  });
});

describe('withResults', () => {
  it('fills rows that the stream did not tell of from the recorded results, and only those', () => {
    const { sections } = planSections(plan([task('Deployment', 'web'), task('Service', 'web')]));
    const result = (kind: string, status: string) => ({
      key: { group: '', kind, namespace: 'shop', name: 'web' },
      status,
      hookPhase: null,
      message: 'denied',
    });
    const operation = {
      startedAt: at(0),
      finishedAt: at(9),
      resources: [result('Deployment', 'SyncFailed'), result('Service', 'Synced')],
    } as unknown as OperationView;
    const told: OperationProgress = {
      type: 'task',
      at: at(1),
      taskId: 'Sync/Service/web',
      key: { group: '', kind: 'Service', namespace: 'shop', name: 'web' },
      phase: 'Sync',
      wave: 0,
      state: 'running',
      message: '',
    };
    const progress = runProgress(withResults([told], operation, sections), 2);
    expect([...progress.tasks].map(([id, run]) => [id, run.state])).toEqual([
      ['Sync/Deployment/web', 'failed'],
      ['Sync/Service/web', 'running'],
    ]);
  });
});

describe('choices of a sync', () => {
  const choices: SyncChoices = {
    prune: true,
    onlyDiffering: true,
    serverSide: false,
    replace: false,
    force: false,
    retries: 0,
    revision: '',
    leftOut: [],
  };
  const own = ['CreateNamespace=true', 'ApplyOutOfSyncOnly=true'];

  it('leaves the options of the application alone unless something else is chosen', () => {
    expect(syncOptionsWith(own, choices)).toBeUndefined();
    expect(syncOptionsWith(own, { ...choices, onlyDiffering: false, serverSide: true })).toEqual([
      'CreateNamespace=true',
      'ServerSideApply=true',
    ]);
  });

  it('asks for the plan and for the sync with the same choices, the sync bound to the digest', () => {
    const resources = [{ group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' }];
    expect(planChoicesOf(choices, own, resources)).toEqual({
      prune: true,
      resources: ['apps:Deployment:shop/web'],
    });
    expect(syncRequestOf(choices, own, { resources, digest: 'aa', dryRun: false, reason: 'ORD-1' })).toEqual({
      prune: true,
      dryRun: false,
      planDigest: 'aa',
      strategy: { hook: { force: false } },
      resources,
      infos: [{ name: 'Reason', value: 'ORD-1' }],
    });
  });
});
