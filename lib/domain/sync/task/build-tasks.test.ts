import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { parseSyncOptions } from '../option/sync-options';
import { buildTasks } from './build-tasks';
import type { TaskInput } from './task-input';

const kind = fc.constantFrom('ConfigMap', 'Secret', 'Service', 'Deployment', 'Job', 'Widget', 'Namespace');
const hook = fc.constantFrom('', '', 'PreSync', 'PostSync', 'PreSync,PostSync', 'SyncFail');
const object = fc
  .record({
    kind,
    hook,
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    wave: fc.integer({ min: -3, max: 3 }),
    ns: fc.constantFrom('a', 'shop'),
  })
  .map((each): KubernetesObject => {
    const annotations = {
      'argocd.argoproj.io/sync-wave': String(each.wave),
      ...(each.hook ? { 'argocd.argoproj.io/hook': each.hook } : {}),
    };
    const namespace = each.kind === 'Namespace' ? {} : { namespace: each.ns };
    return { apiVersion: 'v1', kind: each.kind, metadata: { name: each.name, ...namespace, annotations } };
  });
const objects = fc.uniqueArray(object, {
  selector: (each) => `${each.kind}/${each.metadata.namespace ?? ''}/${each.metadata.name ?? ''}`,
  maxLength: 12,
});

function input(targets: KubernetesObject[], live: KubernetesObject[]): TaskInput {
  return {
    targets,
    live,
    destinationNamespace: 'shop',
    options: parseSyncOptions([]),
    skipHooks: false,
    revision: '4f2d9c1b7a6e',
    startedAt: new Date('2026-01-01T00:00:00Z'),
  };
}

describe('the order of tasks', () => {
  it('does not depend on the order in which objects are rendered or listed', () => {
    const shuffled = objects.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, shuffled, ([targets, otherTargets], [live, otherLive]) => {
        const ids = buildTasks(input(targets, live)).map((task) => task.id);
        expect(buildTasks(input(otherTargets, otherLive)).map((task) => task.id)).toEqual(ids);
      }),
    );
  });

  it('has every declared namespace before what lives in it', () => {
    fc.assert(
      fc.property(objects, (targets) => {
        const tasks = buildTasks(input(targets, []));
        for (const [index, task] of tasks.entries()) {
          const provider = tasks.findIndex(
            (each) => each.key.kind === 'Namespace' && each.key.name === task.livesIn,
          );
          if (provider >= 0 && task.key.kind !== 'Namespace' && !tasks[provider]?.isHook) {
            expect(provider).toBeLessThan(index);
          }
        }
      }),
    );
  });

  it('goes by phase and then by wave', () => {
    fc.assert(
      fc.property(objects, objects, (targets, live) => {
        const ranks = buildTasks(input(targets, live)).map(
          (task) => ['PreSync', 'Sync', 'PostSync', 'SyncFail'].indexOf(task.phase) * 1000 + task.wave,
        );
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a selective sync', () => {
  it('names objects exactly and leaves hooks out', () => {
    const targets: KubernetesObject[] = [
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one', namespace: 'shop' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'two', namespace: 'shop' } },
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: 'h', namespace: 'shop', annotations: { 'argocd.argoproj.io/hook': 'PreSync' } },
      },
    ];
    const tasks = buildTasks({ ...input(targets, []), selection: [{ kind: 'ConfigMap', name: 'one' }] });
    expect(tasks.map((task) => task.key.name)).toEqual(['one']);
    expect(buildTasks({ ...input(targets, []), selection: [{ kind: '*', name: '*' }] })).toEqual([]);
  });
});
