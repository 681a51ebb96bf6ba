import { describe, expect, it } from 'vitest';
import { argoApplicationSchema } from '@/lib/contracts/application/argo-application';
import { application } from '../../__fixtures__/fake-engine';
import { testRuntime } from '../../__fixtures__/test-runtime';
import { createApplication } from './create-application';

const input = (change: object = {}) => ({
  application: argoApplicationSchema.parse({
    metadata: { name: 'shop' },
    spec: { ...application('shop').spec, ...change },
  }),
  validate: true,
  upsert: false,
});

describe('createApplication', () => {
  it('puts it into the control plane’s namespace unless another is named', async () => {
    const { context, engine } = testRuntime();
    const created = await createApplication(context, input());
    expect(created.metadata).toMatchObject({ name: 'shop', namespace: 'argocd' });
    expect(engine.facts.has('argocd/shop')).toBe(true);
  });

  it('answers with an equal one that exists, refuses another, overwrites it with upsert', async () => {
    const { context, engine } = testRuntime();
    const existing = await createApplication(context, input());
    expect(await createApplication(context, input())).toBe(existing);
    await expect(createApplication(context, input({ project: 'other' }))).rejects.toMatchObject({
      code: 'conflict',
    });
    await createApplication(context, { ...input({ project: 'other' }), upsert: true });
    expect(engine.facts.get('argocd/shop')?.application.spec.project).toBe('other');
  });

  it('names what is wrong with the spec, and takes it unchecked when asked to', async () => {
    const { context, engine } = testRuntime();
    engine.problems = [{ field: 'spec.destination.server', message: 'is not a cluster that is known' }];
    await expect(createApplication(context, input())).rejects.toMatchObject({
      code: 'invalid-request',
      field: 'body.spec.destination.server',
      message: 'spec.destination.server is not a cluster that is known',
    });
    await expect(createApplication(context, { ...input(), validate: false })).resolves.toBeDefined();
  });
});
