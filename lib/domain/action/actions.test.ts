import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { discoverActions } from './discover-actions';
import { runAction } from './run-action';

const NOW = new Date('2026-08-01T09:05:07.890Z');
const object = (apiVersion: string, kind: string, parts: object = {}): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name: 'shop', namespace: 'ns', uid: 'u1' },
  ...parts,
});
const offered = (found: KubernetesObject): string[] =>
  discoverActions(found).map(({ name, disabled }) => (disabled ? `(${name})` : name));
const patched = (source: KubernetesObject, action: string, params: Record<string, string> = {}) => {
  const before = JSON.stringify(source);
  const result = runAction(source, action, params, NOW);
  expect(JSON.stringify(source), 'the object itself is left alone').toBe(before);
  if (!result.ok) throw new Error(result.message);
  expect(result.impacted).toHaveLength(1);
  return result.impacted[0]!;
};

describe('discoverActions', () => {
  it('offers nothing for a kind without actions', () => {
    expect(offered(object('v1', 'ConfigMap'))).toEqual([]);
  });

  it('greys out what the present state makes pointless', () => {
    const deployment = object('apps/v1', 'Deployment', { spec: { paused: true } });
    expect(offered(deployment)).toEqual(['restart', '(pause)', 'resume', 'scale']);
    expect(offered({ ...deployment, spec: {} })).toEqual(['restart', 'pause', '(resume)', 'scale']);
  });

  it('leaves out what does not apply to an ended Job', () => {
    const job = object('batch/v1', 'Job', { spec: {}, status: {} });
    expect(offered(job)).toEqual(['suspend', 'terminate']);
    const conditions = [{ type: 'Complete', status: 'True' }];
    expect(offered({ ...job, status: { conditions } })).toEqual([]);
  });

  it('follows a rollout through pause, abort and the end', () => {
    const rollout = (status: object): KubernetesObject =>
      object('argoproj.io/v1alpha1', 'Rollout', {
        spec: { strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } } },
        status: { observedGeneration: '1', ...status },
        metadata: { name: 'shop', generation: 1 },
      });
    const moving = { currentPodHash: 'b', stableRS: 'a', currentStepIndex: 1 };
    const all = (found: KubernetesObject) => offered(found).filter((name) => !name.startsWith('('));
    expect(all(rollout({ ...moving, pauseConditions: [{ reason: 'CanaryPauseStep' }] }))).toEqual([
      'restart',
      'resume',
      'abort',
      'pause',
      'promote-full',
      'skip-current-step',
    ]);
    expect(all(rollout({ ...moving, abort: true }))).toContain('retry');
    expect(all(rollout({ currentPodHash: 'b', stableRS: 'b', currentStepIndex: 2 }))).toEqual(['restart']);
  });
});

describe('runAction', () => {
  it('restarts by a stamp on the pod template, in seconds and UTC', () => {
    const { operation, object: changed } = patched(
      object('apps/v1', 'Deployment', { spec: { template: { spec: { containers: [] } } } }),
      'restart',
    );
    expect(operation).toBe('patch');
    expect(changed.spec).toEqual({
      template: {
        metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-08-01T09:05:07Z' } },
        spec: { containers: [] },
      },
    });
  });

  it('scales to a number, and says what is none', () => {
    const deployment = object('apps/v1', 'Deployment', { spec: { replicas: 1 } });
    expect(patched(deployment, 'scale', { replicas: '4' }).object.spec).toEqual({ replicas: 4 });
    expect(runAction(deployment, 'scale', { replicas: 'many' }, NOW)).toEqual({
      ok: false,
      reason: 'failed',
      message: 'invalid number: many',
    });
    expect(runAction(deployment, 'scale', {}, NOW)).toMatchObject({ ok: false });
  });

  it('makes a Job of a CronJob, owned and controlled by it', () => {
    const cron = object('batch/v1', 'CronJob', {
      spec: { jobTemplate: { metadata: { labels: { a: 'b' } }, spec: { template: {} } } },
    });
    expect(patched(cron, 'create-job')).toEqual({
      operation: 'create',
      object: {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          name: 'shop-2608010905',
          namespace: 'ns',
          labels: { a: 'b' },
          annotations: { 'cronjob.kubernetes.io/instantiate': 'manual' },
          ownerReferences: [
            {
              apiVersion: 'batch/v1',
              kind: 'CronJob',
              name: 'shop',
              uid: 'u1',
              blockOwnerDeletion: true,
              controller: true,
            },
          ],
        },
        spec: { template: {} },
      },
    });
  });

  it('puts a workflow’s finalizers where the API server honours them', () => {
    const cron = object('argoproj.io/v1alpha1', 'CronWorkflow', {
      spec: { workflowMetadata: { finalizers: ['example.org/keep'] }, workflowSpec: { entrypoint: 'main' } },
    });
    const { object: workflow } = patched(cron, 'create-workflow');
    expect(workflow.metadata.name).toBe('shop-202608010905');
    expect(workflow.metadata.finalizers).toEqual(['example.org/keep']);
  });

  it('ends a Job by the condition that its controller acts on', () => {
    const job = object('batch/v1', 'Job', { spec: {}, status: { active: 1 } });
    const { status } = patched(job, 'terminate').object as { status?: { conditions?: object[] } };
    expect(status?.conditions).toMatchObject([
      { type: 'FailureTarget', status: 'True', reason: 'ManuallyTerminated' },
    ]);
    const ended = { ...job, status: { conditions: [{ type: 'Failed', status: 'True' }] } };
    expect(patched(ended, 'terminate').object).toEqual(ended);
  });

  it('skips a canary’s step and lifts its pause, but not past the last one', () => {
    const rollout = (index: number): KubernetesObject =>
      object('argoproj.io/v1alpha1', 'Rollout', {
        spec: { strategy: { canary: { steps: [{ pause: {} }, { pause: {} }] } } },
        status: { currentStepIndex: index, pauseConditions: [{ reason: 'CanaryPauseStep' }] },
      });
    expect(patched(rollout(0), 'skip-current-step').object.status).toEqual({ currentStepIndex: 1 });
    expect(patched(rollout(2), 'skip-current-step').object).toEqual(rollout(2));
  });

  it('promotes the instance after the primary, by number or by name', () => {
    const cluster = object('postgresql.cnpg.io/v1', 'Cluster', {
      status: { currentPrimary: 'shop-2', instancesStatus: { healthy: ['shop-1', 'shop-2'] } },
    });
    const target = (instance: string) =>
      (patched(cluster, 'promote', { instance }).object.status as { targetPrimary: string }).targetPrimary;
    expect(target('any')).toBe('shop-1');
    expect(target('2')).toBe('shop-2');
    expect(target('shop-1')).toBe('shop-1');
    expect(runAction(cluster, 'promote', { instance: '9' }, NOW)).toMatchObject({
      message: 'Could not find a healthy instance matching the criteria: 9',
    });
  });

  it('refuses an action that the kind does not have', () => {
    expect(runAction(object('v1', 'Pod'), 'restart', {}, NOW)).toEqual({
      ok: false,
      reason: 'unknown-action',
      message: 'Pod has no action "restart"',
    });
  });
});
