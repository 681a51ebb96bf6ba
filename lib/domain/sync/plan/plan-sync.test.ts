import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { parseSyncOptions } from '../option/sync-options';
import { planSync, type PlanInput } from './plan-sync';

function configMap(name: string, annotations: Record<string, string> = {}): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop', annotations } };
}

function input(over: Partial<PlanInput> = {}): PlanInput {
  return {
    targets: [configMap('a'), configMap('b')],
    live: [configMap('b'), configMap('old')],
    destinationNamespace: 'shop',
    options: parseSyncOptions([]),
    skipHooks: false,
    revision: 'abc',
    startedAt: new Date('2026-01-01T00:00:00Z'),
    prune: true,
    changesOf: () => ({ paths: ['data.x'], summary: '' }),
    facts: {},
    ...over,
  };
}

describe('a plan', () => {
  it('says what becomes of each object', () => {
    const { counts, phases } = planSync(input());
    expect(counts).toEqual({ create: 1, update: 1, unchanged: 0, prune: 1, hook: 0, skip: 0 });
    expect(phases[0]?.waves[0]?.tasks.map((task) => [task.key.name, task.action, task.write])).toEqual([
      ['a', 'create', 'create'],
      ['b', 'update', 'apply'],
      ['old', 'prune', 'delete'],
    ]);
  });

  it('has the same digest at another time and another when a manifest, option or change differs', () => {
    const { digest } = planSync(input());
    const hook = { ...configMap('', { 'argocd.argoproj.io/hook': 'PreSync' }) };
    delete hook.metadata.name;
    hook.metadata.generateName = 'run-';
    const [early, late] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'].map((time) =>
      planSync(input({ targets: [hook], startedAt: new Date(time) })),
    );
    expect(early?.digest).toBe(late?.digest);
    expect(planSync(input({ prune: false })).digest).not.toBe(digest);
    expect(planSync(input({ targets: [configMap('a', { x: '1' }), configMap('b')] })).digest).not.toBe(
      digest,
    );
    expect(planSync(input({ changesOf: () => ({ paths: [], summary: '' }) })).digest).not.toBe(digest);
  });

  it('keeps what is not to be pruned and names what a person must confirm', () => {
    const live = [
      configMap('keep', { 'argocd.argoproj.io/sync-options': 'Prune=false' }),
      configMap('ask', { 'argocd.argoproj.io/sync-options': 'Prune=confirm' }),
    ];
    const tasks = planSync(input({ targets: [], live })).phases.flatMap((phase) =>
      phase.waves.flatMap((wave) => wave.tasks),
    );
    expect(tasks.map((task) => [task.key.name, task.action, task.needsConfirmation])).toEqual([
      ['ask', 'prune', true],
      ['keep', 'skip', false],
    ]);
  });

  it('warns of what a reader should know and is invalid when a task cannot run', () => {
    const plan = planSync(
      input({
        facts: {
          takeovers: () => [{ manager: 'kubectl-client-side-apply', fields: 12 }],
          forbidden: (task) =>
            task.key.name === 'a' ? 'resource :ConfigMap is not permitted in project p' : undefined,
        },
      }),
    );
    expect(plan.isValid).toBe(false);
    expect(plan.warnings.map((each) => each.message)).toContain(
      '/ConfigMap/b: takes over 12 fields from kubectl-client-side-apply',
    );
  });
});
