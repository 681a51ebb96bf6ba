import { describe, expect, it } from 'vitest';
import { application } from '../../__fixtures__/fake-engine';
import { testRuntime } from '../../__fixtures__/test-runtime';
import { syncApplication } from './sync-application';

const name = 'shop';
const request = { prune: false, dryRun: false };

function withShop() {
  const made = testRuntime();
  const app = application(name);
  made.engine.put({ ...app, spec: { ...app.spec, syncPolicy: { syncOptions: ['PruneLast=true'] } } });
  return made;
}

describe('syncApplication', () => {
  it('writes who asked, the application’s own options and what was sent', async () => {
    const { context, engine } = withShop();
    await syncApplication(context, {
      name,
      request: {
        ...request,
        prune: true,
        revision: 'v2',
        planDigest: '1f2e3d4c',
        resources: [{ group: 'apps', kind: 'Deployment', name: 'web' }],
      },
    });
    expect(engine.commands).toEqual([
      {
        planDigest: '1f2e3d4c',
        operation: {
          initiatedBy: { username: 'admin' },
          sync: {
            prune: true,
            dryRun: false,
            revision: 'v2',
            syncOptions: ['PruneLast=true'],
            resources: [{ group: 'apps', kind: 'Deployment', name: 'web' }],
          },
        },
      },
    ]);
  });

  it('uses the options that were sent instead of the application’s', async () => {
    const { context, engine } = withShop();
    await syncApplication(context, {
      name,
      request: { ...request, syncOptions: { items: ['Replace=true'] } },
    });
    expect(engine.commands[0]?.operation.sync?.syncOptions).toEqual(['Replace=true']);
  });

  it.each([
    [{ type: 'busy' as const, message: 'another operation is already in progress' }, { code: 'conflict' }],
    [
      { type: 'plan-changed' as const, digest: 'ffff0000' },
      { code: 'plan-changed', field: 'body.planDigest' },
    ],
    [
      {
        type: 'closed' as const,
        window: { open: false, manualOpen: false, reason: 'Freeze', until: '2026-11-25T06:00:00Z' },
      },
      { code: 'window-closed', message: 'Sync is blocked by Freeze.', until: '2026-11-25T06:00:00Z' },
    ],
  ])('says why when the engine does not take it: %o', async (answer, problem) => {
    const { context, engine, audit } = withShop();
    engine.answer = () => answer;
    await expect(syncApplication(context, { name, request })).rejects.toMatchObject(problem);
    expect(audit.map((entry) => entry.result)).toEqual(['allowed', 'failed']);
  });
});
