import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { assessByConditions } from './assess-by-conditions';
import { assessByKind, assessHealth } from './assess-health';
import { BUILT_IN_CHECKS } from './checks/built-in-checks';
import { findHealthCheck } from './find-health-check';
import { HEALTH_STATUSES } from './health-status';

const pod = (metadata: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: { restartPolicy: 'Never' },
  status: { phase: 'Succeeded' },
});
const widget = (status: object, generation = 2): KubernetesObject =>
  ({ apiVersion: 'example.org/v1', kind: 'Widget', metadata: { generation }, status }) as KubernetesObject;

describe('assessHealth', () => {
  it('takes an object that is being deleted as Progressing, whatever its check says', () => {
    const leaving = pod({ deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['example.org/wait'] });
    expect(assessHealth(leaving)).toEqual({ status: 'Progressing', message: 'Pending deletion' });
  });

  it('judges a hook that only its own finalizer holds back by what it did', () => {
    const finished = pod({
      deletionTimestamp: '2026-01-01T00:00:00Z',
      finalizers: ['argocd.argoproj.io/hook-finalizer'],
    });
    expect(assessHealth(finished)).toEqual({ status: 'Healthy' });
  });

  it('has no health for a kind without a check, unless conditions are asked to decide', () => {
    const ready = widget({ conditions: [{ type: 'Ready', status: 'True', message: 'up' }] });
    expect(assessHealth(ready)).toBeNull();
    expect(assessHealth(ready, { judgesByConditions: true })).toEqual({ status: 'Healthy', message: 'up' });
  });

  it('counts child Applications only where asked to', () => {
    const child: KubernetesObject = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'child' },
      status: { health: { status: 'Degraded', message: 'a pod crashes' } },
    };
    expect(assessHealth(child)).toBeNull();
    const counted = { countsChildApplications: true };
    expect(assessHealth(child, counted)).toEqual({ status: 'Degraded', message: 'a pod crashes' });
    expect(assessHealth({ ...child, status: {} }, counted)).toEqual({ status: 'Progressing', message: '' });
    expect(assessHealth({ ...child, status: { health: { status: 'Odd' } } }, counted)?.status).toBe(
      'Unknown',
    );
  });

  it('asks an override first, and takes null from it as no health', () => {
    const object = pod({ name: 'p' });
    expect(assessHealth(object, { override: () => ({ status: 'Suspended' }) })).toEqual({
      status: 'Suspended',
    });
    expect(assessHealth(object, { override: () => undefined })).toEqual({ status: 'Healthy' });
    expect(assessHealth(object, { override: () => null })).toBeNull();
  });

  it('knows only the kinds of Kubernetes and Workflows when limited to the core', () => {
    const core = { checks: 'core' } as const;
    expect(assessHealth(pod({}), core)?.status).toBe('Healthy');
    const issuer: KubernetesObject = { apiVersion: 'cert-manager.io/v1', kind: 'Issuer', metadata: {} };
    expect(assessHealth(issuer, core)).toBeNull();
    expect(assessHealth(issuer)?.status).toBe('Progressing');
  });
});

describe('findHealthCheck', () => {
  it('prefers the check of the very kind to a wildcard', () => {
    expect(findHealthCheck('s3.aws.crossplane.io', 'Bucket')).toBe(
      BUILT_IN_CHECKS['s3.aws.crossplane.io/Bucket'],
    );
    expect(findHealthCheck('s3.aws.crossplane.io', 'Other')).toBe(BUILT_IN_CHECKS['*.crossplane.io/*']);
  });

  it('lets a wildcard stand for one part only', () => {
    expect(findHealthCheck('crossplane.io', 'Other')).toBeUndefined();
    expect(findHealthCheck('', 'ConfigMap')).toBeUndefined();
  });
});

describe('every built-in check', () => {
  const words = fc.constantFrom('True', 'False', 'Unknown', 'Ready', 'Failed', 'Running', 'Progressing', '');
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      words,
      fc.integer({ min: -1, max: 3 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'type',
          'status',
          'reason',
          'message',
          'conditions',
          'phase',
          'state',
          'name',
          'replicas',
        ),
        tie('tree'),
        { maxKeys: 4 },
      ),
    ),
  }));
  const fields = fc.dictionary(
    fc.constantFrom(
      'conditions',
      'phase',
      'state',
      'status',
      'replicas',
      'observedGeneration',
      'parents',
      'ingress',
      'health',
    ),
    tree,
    { maxKeys: 5 },
  );

  it.each(Object.keys(BUILT_IN_CHECKS))(
    'answers anything malformed of %s with one of the six statuses',
    (key) => {
      const [group, kind] = key.includes('/')
        ? (key.replaceAll('*', 'any').split('/') as [string, string])
        : ['', key];
      fc.assert(
        fc.property(fields, fc.option(fields, { nil: undefined }), (spec, status) => {
          const object = {
            apiVersion: group === '' ? 'v1' : `${group}/v1`,
            kind,
            metadata: { name: 'x', generation: 1 },
            spec,
            status,
          } as unknown as KubernetesObject;
          const before = JSON.stringify(object);
          const found = assessByKind(object);
          if (found) expect(HEALTH_STATUSES).toContain(found.status);
          expect(['string', 'undefined']).toContain(typeof found?.message);
          expect(JSON.stringify(object)).toBe(before);
        }),
        { numRuns: 25, seed: 7 },
      );
    },
  );
});

describe('assessByConditions', () => {
  it('takes a status of an older generation as work in progress', () => {
    const stale = widget({ observedGeneration: 1, conditions: [{ type: 'Ready', status: 'True' }] });
    expect(assessByConditions(stale)).toEqual({
      status: 'Progressing',
      message: 'Generation is 2, but latest observed generation is 1',
    });
  });

  it.each([
    ['Stalled', 'True', 'Degraded'],
    ['Reconciling', 'True', 'Progressing'],
    ['Ready', 'True', 'Healthy'],
    ['Ready', 'False', 'Progressing'],
    ['Available', 'True', 'Healthy'],
  ])('reads %s=%s as %s', (type, status, expected) => {
    const found = assessByConditions(widget({ conditions: [{ type, status, reason: 'Why' }] }));
    expect(found).toEqual({ status: expected, message: 'Why' });
  });

  it('puts a failure before everything that is going on', () => {
    const conditions = ['Ready', 'Reconciling', 'Stalled'].map((type) => ({
      type,
      status: 'True',
      message: type,
    }));
    expect(assessByConditions(widget({ conditions }))).toEqual({ status: 'Degraded', message: 'Stalled' });
  });

  it('says nothing of an object that follows none of the conventions', () => {
    expect(assessByConditions(widget({ conditions: [{ type: 'Odd', status: 'True' }] }))).toBeNull();
  });
});
