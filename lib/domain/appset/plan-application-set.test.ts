import { describe, expect, it } from 'vitest';
import type { ApplicationSet } from './application-set';
import { generateApplications } from './generate-applications';
import { planApplicationSet } from './plan-application-set';

function setOf(
  elements: Record<string, string>[],
  spec: Partial<ApplicationSet['spec']> = {},
): ApplicationSet {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'shop', namespace: 'argocd', uid: 'set-1' },
    spec: {
      generators: [{ list: { elements } }],
      template: {
        metadata: { name: '{{env}}-checkout' },
        spec: {
          project: 'default',
          source: { repoURL: 'file:///r.git', path: 'envs/{{env}}' },
          destination: { server: '{{ cluster }}', namespace: 'checkout' },
        },
      },
      ...spec,
    },
  };
}

function declaredBy(set: ApplicationSet) {
  const result = generateApplications(set);
  if (!result.ok) throw new Error(result.message);
  return result.applications;
}

const environments = [
  { env: 'dev', cluster: 'https://dev' },
  { env: 'prod', cluster: 'https://prod' },
];

describe('generateApplications', () => {
  it('renders one Application per element and gives it the resources finalizer', () => {
    const apps = declaredBy(setOf(environments));
    expect(
      apps.map((app) => [app.metadata.name, app.spec.destination.server, app.spec.source?.path]),
    ).toEqual([
      ['dev-checkout', 'https://dev', 'envs/dev'],
      ['prod-checkout', 'https://prod', 'envs/prod'],
    ]);
    expect(apps[0]?.metadata.finalizers).toEqual(['resources-finalizer.argocd.argoproj.io']);
  });

  it('fails as a whole for a generator it does not know, naming its place', () => {
    const result = generateApplications(setOf([], { generators: [{ magic: {} }] }));
    expect(result).toEqual({
      ok: false,
      message: expect.stringContaining('spec.generators[0]: the magic generator') as string,
    });
  });

  it('leaves tags without a parameter as they are', () => {
    expect(declaredBy(setOf([{ env: 'dev' }]))[0]?.spec.destination.server).toBe('{{ cluster }}');
  });
});

describe('planApplicationSet', () => {
  it('does nothing the second time', () => {
    const set = setOf(environments);
    const created = planApplicationSet(set, declaredBy(set), []).create;
    expect(created).toHaveLength(2);
    expect(planApplicationSet(set, declaredBy(set), created)).toEqual({
      create: [],
      update: [],
      delete: [],
      invalid: [],
    });
  });

  it('deletes what it owns and no longer declares, unless the policy forbids it', () => {
    const set = setOf(environments);
    const existing = planApplicationSet(set, declaredBy(set), []).create;
    const fewer = setOf(environments.slice(0, 1));
    expect(
      planApplicationSet(fewer, declaredBy(fewer), existing).delete.map((app) => app.metadata.name),
    ).toEqual(['prod-checkout']);
    const kept = setOf(environments.slice(0, 1), { syncPolicy: { applicationsSync: 'create-update' } });
    expect(planApplicationSet(kept, declaredBy(kept), existing).delete).toEqual([]);
  });

  it('keeps the refresh annotation and delete-hook finalizers of an Application it updates', () => {
    const set = setOf(environments.slice(0, 1));
    const [app] = planApplicationSet(set, declaredBy(set), []).create;
    const touched = {
      ...app!,
      metadata: {
        ...app!.metadata,
        annotations: { 'argocd.argoproj.io/refresh': 'hard', own: 'x' },
        finalizers: [...app!.metadata.finalizers!, 'post-delete-finalizer.argocd.argoproj.io'],
      },
    };
    expect(planApplicationSet(set, declaredBy(set), [touched]).update.map((each) => each.patch)).toEqual([
      { metadata: { annotations: { own: null } } },
    ]);
  });

  it('stops only the Applications whose name is declared twice', () => {
    const set = setOf([{ env: 'dev' }, { env: 'dev' }, { env: 'prod' }]);
    const plan = planApplicationSet(set, declaredBy(set), []);
    expect(plan.create.map((app) => app.metadata.name)).toEqual(['prod-checkout']);
    expect(plan.invalid.map((each) => each.reason)).toEqual(['duplicate']);
  });
});
