import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { RESOURCES_FINALIZER, withHookFinalizers } from './deletion-finalizers';
import { isDeletable, isDeletionApproved } from './is-deletable';
import { nextDeletionStep, type DeletionState, type DeletionStep } from './next-deletion-step';

function object(
  name: string,
  annotations: Record<string, string> = {},
  kind = 'ConfigMap',
): KubernetesObject {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'shop', annotations } };
}

const wave = (name: string, number: number) =>
  object(name, { 'argocd.argoproj.io/sync-wave': String(number) });
const hook = (name: string, type: string, policy = 'BeforeHookCreation') =>
  object(name, { 'argocd.argoproj.io/hook': type, 'argocd.argoproj.io/hook-delete-policy': policy });

function state(over: Partial<DeletionState>): DeletionState {
  return {
    self: { name: 'web', namespace: 'argocd' },
    byDefault: 'true',
    finalizers: [RESOURCES_FINALIZER],
    targets: [],
    live: [],
    isApproved: false,
    isOperationRunning: false,
    assessHealth: () => null,
    ...over,
  };
}

/** Plays a deletion in a cluster where everything happens at once; returns the steps in short. */
function play(start: DeletionState): string[] {
  const steps: string[] = [];
  let current = start;
  for (let count = 0; count < 20; count += 1) {
    const step = nextDeletionStep(current);
    steps.push(describeStep(step));
    if (step.type === 'create-hooks') current = { ...current, live: [...current.live, ...step.hooks] };
    else if (step.type === 'delete')
      current = { ...current, live: current.live.filter((each) => !step.objects.includes(each)) };
    else if (step.type === 'remove-finalizers') {
      current = {
        ...current,
        finalizers: current.finalizers.filter((each) => !step.finalizers.includes(each)),
      };
    } else return steps;
  }
  throw new Error('no end');
}

function describeStep(step: DeletionStep): string {
  if (step.type === 'create-hooks') return `create ${names(step.hooks)}`;
  if (step.type === 'delete') return `delete ${names(step.objects)} ${step.propagation}`;
  return step.type === 'remove-finalizers' ? `finalizers -${step.finalizers.length}` : step.type;
}

const names = (objects: KubernetesObject[]): string => objects.map((each) => each.metadata.name).join(',');

describe('deleting an Application', () => {
  it('goes through the waves backwards', () => {
    expect(
      play(state({ live: [wave('minus', -1), object('zero'), wave('two', 2), wave('also-two', 2)] })),
    ).toEqual([
      'delete two,also-two Foreground',
      'delete zero Foreground',
      'delete minus Foreground',
      'finalizers -1',
      'done',
    ]);
  });

  it('runs hooks before and after, and deletes those whose policy says so', () => {
    const targets = [
      object('a'),
      hook('farewell', 'PreDelete'),
      hook('goodbye', 'PostDelete', 'HookSucceeded'),
      hook('keep', 'PostDelete'),
    ];
    const finalizers = [...withHookFinalizers([`${RESOURCES_FINALIZER}/background`], targets)];
    expect(play(state({ targets, finalizers, live: [object('a')] }))).toEqual([
      'create farewell',
      'finalizers -1',
      'delete a,farewell Background',
      'finalizers -1',
      'finalizers -1',
      'create goodbye,keep',
      'finalizers -1',
      'delete goodbye Foreground',
      'finalizers -1',
      'done',
    ]);
  });

  it('leaves the resources alone without a cascade', () => {
    expect(play(state({ finalizers: [], live: [object('a')] }))).toEqual(['done']);
  });

  it('stops at a failed hook, names it, and has it made anew', () => {
    const farewell = hook('farewell', 'PreDelete');
    const finalizers = [...withHookFinalizers([RESOURCES_FINALIZER], [farewell])];
    const step = nextDeletionStep(
      state({
        targets: [farewell],
        finalizers,
        live: [farewell],
        assessHealth: () => ({ status: 'Degraded' }),
      }),
    );
    expect(step).toEqual({
      type: 'failed',
      message: 'error executing pre-delete hooks: PreDelete hook(s) failed: shop/farewell',
      failedHooks: [farewell],
    });
  });

  it('waits for approval, for a running operation, and for what is going already', () => {
    const asks = object('asks', { 'argocd.argoproj.io/sync-options': 'Delete=confirm' });
    expect(nextDeletionStep(state({ live: [asks, object('a')] })).type).toBe('wait');
    expect(nextDeletionStep(state({ live: [asks, object('a')], isApproved: true })).type).toBe('delete');
    expect(nextDeletionStep(state({ live: [object('a')], isOperationRunning: true })).type).toBe('wait');
    const going = object('a');
    going.metadata.deletionTimestamp = '2026-01-01T00:00:00Z';
    expect(nextDeletionStep(state({ live: [going] })).type).toBe('wait');
  });

  it('does not need manifests unless a hook is to run', () => {
    expect(play(state({ targets: undefined, live: [object('a')] })).at(-1)).toBe('done');
  });
});

it('definitions, the Application itself and what is to be kept stay', () => {
  const rules = { self: { name: 'web', namespace: 'argocd' }, byDefault: 'true' as const };
  const crd = { ...object('x'), apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
  const self: KubernetesObject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'web', namespace: 'argocd' },
  };
  const kept = object('k', { 'helm.sh/resource-policy': 'keep' });
  const off = object('o', { 'argocd.argoproj.io/sync-options': 'Delete=false' });
  const unpruned = object('p', { 'argocd.argoproj.io/sync-options': 'Prune=false' });
  expect([crd, self, kept, off, unpruned].map((each) => isDeletable(each, rules))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});

it('an approval counts only for what was asked before it', () => {
  const annotations = { 'argocd.argoproj.io/deletion-approved': '2026-01-02T00:00:00Z' };
  expect(isDeletionApproved(annotations, new Date('2026-01-01T00:00:00Z'))).toBe(true);
  expect(isDeletionApproved(annotations, new Date('2026-01-03T00:00:00Z'))).toBe(false);
  expect(isDeletionApproved({}, new Date(0))).toBe(false);
});
