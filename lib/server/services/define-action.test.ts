import { describe, expect, it } from 'vitest';
import { application } from '../__fixtures__/fake-engine';
import { DENY_ALL, testRuntime } from '../__fixtures__/test-runtime';
import type { RequestContext } from '../http/request-context';
import { createApplication } from './applications/create-application';
import { deleteApplication } from './applications/delete-application';
import { patchApplication } from './applications/patch-application';
import { refreshApplication } from './applications/refresh-application';
import { updateApplication } from './applications/update-application';
import { syncApplication } from './operations/sync-application';
import { terminateOperation } from './operations/terminate-operation';
import { deleteResource } from './resources/delete-resource';
import { patchResource } from './resources/patch-resource';
import { runResourceAction } from './resources/run-resource-action';

const name = 'shop';
const spec = application(name).spec as never;
const resource = { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'web', name: 'web' };
const request = { prune: true, dryRun: false };
const created = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'new' },
  spec,
} as never;

/** Every verb that changes something: action, object in the audit, permission that it asks for. */
const VERBS: [string, string, string, (context: RequestContext) => Promise<unknown>][] = [
  [
    'applications.create',
    'new',
    'applications, create',
    (c) => createApplication(c, { application: created, validate: true, upsert: false }),
  ],
  [
    'applications.update',
    name,
    'applications, update',
    (c) => updateApplication(c, { name, spec, validate: true }),
  ],
  [
    'applications.patch',
    name,
    'applications, update',
    (c) => patchApplication(c, { name, patch: '{}', patchType: 'merge' }),
  ],
  [
    'applications.delete',
    name,
    'applications, delete',
    (c) => deleteApplication(c, { name, cascade: true, propagation: 'foreground' }),
  ],
  [
    'applications.refresh',
    name,
    'applications, get',
    (c) => refreshApplication(c, { name, refresh: 'hard' }),
  ],
  ['applications.sync', name, 'applications, sync', (c) => syncApplication(c, { name, request })],
  [
    'applications.sync',
    name,
    'applications, override',
    (c) => syncApplication(c, { name, request: { ...request, manifests: ['{}'] } }),
  ],
  ['applications.terminate', name, 'applications, sync', (c) => terminateOperation(c, { name })],
  [
    'resources.patch',
    'web',
    'applications, update',
    (c) => patchResource(c, { name, resource, patch: '{}', patchType: 'merge' }),
  ],
  [
    'resources.delete',
    'web',
    'applications, delete',
    (c) => deleteResource(c, { name, resource, force: false, orphan: false }),
  ],
  [
    'resources.action',
    'web',
    'applications, action',
    (c) => runResourceAction(c, { name, resource, action: 'restart', parameters: {} }),
  ],
];

function withShop(change: Parameters<typeof testRuntime>[0] = {}) {
  const made = testRuntime(change);
  made.engine.put(application(name));
  made.engine.isRunning = true;
  return made;
}

describe.each(VERBS)('%s of %s (%s)', (action, object, permission, run) => {
  it('is done for who may, and recorded', async () => {
    const { context, audit } = withShop();
    await run(context);
    expect(audit).toMatchObject([
      {
        action,
        object: { name: object },
        actor: 'admin',
        result: 'allowed',
        project: 'default',
        requestId: 'r-1',
      },
    ]);
  });

  it('is refused to who may not, recorded, and nothing happens', async () => {
    const { context, audit, engine } = withShop({ authorizer: DENY_ALL });
    const before = JSON.stringify([...engine.facts]);
    await expect(run(context)).rejects.toMatchObject({ code: 'forbidden' });
    expect(audit).toMatchObject([
      {
        action,
        result: 'denied',
        reason: expect.stringContaining(`needs ${permission} on default/`) as string,
      },
    ]);
    expect(JSON.stringify([...engine.facts])).toBe(before);
    expect(engine.commands).toEqual([]);
  });

  it('is not done when it cannot be recorded', async () => {
    const { context, engine, state } = withShop();
    state.isBroken = true;
    await expect(run(context)).rejects.toThrow('the disk is full');
    expect(engine.commands).toEqual([]);
    expect([...engine.facts.keys()]).toEqual(['argocd/shop']);
  });
});

describe('a permission', () => {
  it('is asked for the project and, outside the control plane, the namespace of the Application', async () => {
    const asked: string[] = [];
    const { context, engine } = testRuntime({
      authorizer: { can: (_, __, object) => asked.push(object) > 0 },
    });
    engine.put(application(name, { project: 'web' }));
    engine.put(application(name, { project: 'web', metadata: { name, namespace: 'team' } }));
    await refreshApplication(context, { name, refresh: 'normal' });
    await refreshApplication(context, { name, appNamespace: 'team', refresh: 'normal' });
    expect(asked).toEqual(['web/shop', 'web/team/shop']);
  });

  it('of one project does not find an Application of another', async () => {
    const { context, audit } = withShop();
    await expect(
      refreshApplication(context, { name, project: 'other', refresh: 'normal' }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(audit).toEqual([]);
  });
});

describe('a failed action', () => {
  it('is recorded with why', async () => {
    const { context, audit, engine } = withShop();
    engine.isRunning = false;
    await expect(terminateOperation(context, { name })).rejects.toMatchObject({ code: 'invalid-request' });
    expect(audit.map((entry) => entry.result)).toEqual(['allowed', 'failed']);
    expect(audit[1]?.reason).toContain('no operation of shop is in progress');
  });

  it('does not record what a patch of a resource holds', async () => {
    const { context, audit } = withShop();
    await patchResource(context, {
      name,
      resource,
      patch: '{"data":{"password":"c2VjcmV0"}}',
      patchType: 'merge',
    });
    expect(JSON.stringify(audit)).not.toContain('c2VjcmV0');
  });
});
