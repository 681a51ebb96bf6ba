import { describe, expect, it } from 'vitest';
import { createSandboxClient } from '../client/create-sandbox-client';
import { KubeApi } from '../operations/kube-api';
import { collectGarbage } from './collect-garbage';
import { establishDefinitions } from './establish-definitions';
import { keepNamespaces } from './keep-namespaces';
import { RunSoon } from './run-soon';

function cluster() {
  const api = new KubeApi();
  const soon = new RunSoon();
  collectGarbage(api, soon);
  keepNamespaces(api, soon);
  establishDefinitions(api, soon);
  const client = createSandboxClient(api);
  client.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } });
  const map = (name: string, ...owners: { name: string; uid: string; blocks?: boolean }[]) =>
    client.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name,
        namespace: 'a',
        ownerReferences: owners.map(({ name: owner, uid, blocks }) => ({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          name: owner,
          uid,
          ...(blocks ? { blockOwnerDeletion: true } : {}),
        })),
      },
    });
  const ref = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'a', name });
  const owner = (object: { metadata: { name?: string; uid?: string } }, blocks = false) => ({
    name: object.metadata.name ?? '',
    uid: object.metadata.uid ?? '',
    blocks,
  });
  return { client, map, ref, owner };
}

/** Several turns: each step of the background work takes one. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('garbage collection', () => {
  it('deletes whole chains of dependants after their owner', async () => {
    const { client, map, ref, owner } = cluster();
    const top = map('top');
    const middle = map('middle', owner(top));
    map('leaf', owner(middle));
    client.delete(ref('top'));
    await settled();
    expect(['top', 'middle', 'leaf'].map((name) => client.get(ref(name)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps what has another owner, without the reference to the one that is gone', async () => {
    const { client, map, ref, owner } = cluster();
    const [one, two] = [map('one'), map('two')];
    map('shared', owner(one), owner(two));
    client.delete(ref('one'));
    await settled();
    expect(client.get(ref('shared'))?.metadata.ownerReferences?.map((each) => each.name)).toEqual(['two']);
  });

  it('removes an owner in the foreground only after the dependants that block it', async () => {
    const { client, map, ref, owner } = cluster();
    const top = map('top');
    map('child', owner(top, true));
    client.patch(ref('child'), { metadata: { finalizers: ['example.dev/hold'] } });
    const left = client.delete(ref('top'), { propagationPolicy: 'Foreground' });
    expect(left?.metadata.finalizers).toEqual(['foregroundDeletion']);
    await settled();
    expect(client.get(ref('top'))).toBeDefined();
    client.patch(ref('child'), { metadata: { finalizers: null } });
    await settled();
    expect(client.get(ref('top'))).toBeUndefined();
  });

  it('deletes a dependant that is made after its owner has gone', async () => {
    const { client, map, ref, owner } = cluster();
    const top = map('top');
    client.delete(ref('top'));
    map('late', owner(top));
    await settled();
    expect(client.get(ref('late'))).toBeUndefined();
  });
});

describe('namespaces', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', namespace: '', name: 'a' };

  it('have a default ServiceAccount and the root CA', () => {
    const { client, ref } = cluster();
    expect(client.get({ ...ref('default'), kind: 'ServiceAccount' })).toBeDefined();
    expect(client.get(ref('kube-root-ca.crt'))).toBeDefined();
  });

  it('take their contents with them, and nothing new while they go', async () => {
    const { client, map, ref } = cluster();
    map('held');
    client.patch(ref('held'), { metadata: { finalizers: ['example.dev/hold'] } });
    expect(client.delete(namespace)?.status).toEqual({ phase: 'Terminating' });
    await settled();
    expect(() => map('more')).toThrow(
      'unable to create new content in namespace a because it is being terminated',
    );
    expect(client.get(namespace)).toBeDefined();
    client.patch(ref('held'), { metadata: { finalizers: null } });
    await settled();
    expect(client.get(namespace)).toBeUndefined();
  });
});

describe('custom resource definitions', () => {
  it('are served once established, and take their instances with them', async () => {
    const { client } = cluster();
    const name = 'widgets.example.dev';
    const definition = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
    client.create({
      ...definition,
      metadata: { name },
      spec: {
        group: 'example.dev',
        scope: 'Namespaced',
        names: { plural: 'widgets', kind: 'Widget' },
        versions: [
          { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } },
        ],
      },
    });
    const widget = {
      apiVersion: 'example.dev/v1',
      kind: 'Widget',
      metadata: { name: 'one', namespace: 'a' },
    };
    expect(() => client.create(widget)).toThrow('not found');
    await settled();
    client.create(widget);
    const ref = { ...definition, namespace: '', name };
    expect(client.delete(ref)?.metadata.deletionTimestamp).toBeDefined();
    await settled();
    expect(client.get(ref)).toBeUndefined();
    expect(() => client.list({ apiVersion: 'example.dev/v1', kind: 'Widget' })).toThrow('not found');
  });
});
