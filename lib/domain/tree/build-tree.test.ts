import { describe, expect, it } from 'vitest';
import type { LiveResource } from '../live/live-resource';
import { buildTree, type ManagedResource, type TreeInput } from './build-tree';

function live(kind: string, name: string, owners: string[] = [], group = 'apps'): LiveResource {
  const reference = (uid: string) => ({ apiVersion: 'v1', kind: 'X', name: uid, uid });
  return {
    key: { group, kind, namespace: 'shop', name },
    apiVersion: group ? `${group}/v1` : 'v1',
    uid: name,
    resourceVersion: '1',
    createdAt: '2026-01-01T00:00:00Z',
    owners: owners.map(reference),
    labels: {},
    trackingId: '',
    instanceLabel: '',
    health: null,
    facts: { images: [], externalUrls: [] },
  };
}

function managed(resource: LiveResource | undefined, over: Partial<ManagedResource> = {}): ManagedResource {
  const key = resource?.key ?? { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'absent' };
  return {
    key,
    version: 'v1',
    target: undefined,
    live: resource,
    status: { status: 'Synced' },
    health: undefined,
    ...over,
  };
}

function build(roots: ManagedResource[], all: LiveResource[], orphans: LiveResource[] = []) {
  const childrenOf: TreeInput['childrenOf'] = (uid) =>
    all.filter((each) => each.owners.some((owner) => owner.uid === uid));
  return buildTree({ managed: roots, childrenOf, orphans });
}

describe('the tree', () => {
  it('follows owners down from what is managed', () => {
    const web = live('Deployment', 'web');
    const { nodes } = build(
      [managed(web)],
      [live('ReplicaSet', 'rs', ['web']), live('Pod', 'pod', ['rs'], '')],
    );
    expect(nodes.map((each) => [each.name, each.managed, each.parentRefs.map((ref) => ref.name)])).toEqual([
      ['web', true, []],
      ['rs', false, ['web']],
      ['pod', false, ['rs']],
    ]);
  });

  it('has one node for a resource with two owners, and ends in a circle', () => {
    const [a, b] = [live('A', 'a', ['b']), live('B', 'b', ['a'])];
    const both = live('C', 'c', ['a', 'b']);
    const { nodes } = build([managed(a), managed(live('D', 'd'))], [a, b, both]);
    expect(nodes.filter((each) => each.name === 'c').map((each) => each.parentRefs.length)).toEqual([2]);
    expect(nodes).toHaveLength(4);
  });

  it('shows what is declared and not there with an empty uid', () => {
    const { nodes } = build([managed(undefined, { status: { status: 'OutOfSync', syncWave: 2 } })], []);
    expect(nodes[0]).toMatchObject({ uid: '', sync: 'OutOfSync', wave: 2, managed: true });
  });

  it('names the types of a hook and the Application that a child is', () => {
    const metadata = { name: 'h', annotations: { 'argocd.argoproj.io/hook': 'PreSync,PostSync' } };
    const hook = managed(live('Job', 'h', [], 'batch'), {
      target: { apiVersion: 'batch/v1', kind: 'Job', metadata },
      status: { hook: true },
    });
    const child = managed(live('Application', 'child', [], 'argoproj.io'));
    const { nodes } = build([hook, child], []);
    expect(nodes.map((each) => [each.hook, each.sync, each.child])).toEqual([
      ['PreSync,PostSync', null, null],
      [null, 'Synced', { namespace: 'shop', name: 'child' }],
    ]);
  });

  it('keeps orphans apart, with what they own', () => {
    const orphan = live('Deployment', 'lost');
    const { nodes, orphanedNodes } = build([], [live('ReplicaSet', 'rs', ['lost'])], [orphan]);
    expect([nodes.length, orphanedNodes.map((each) => each.name)]).toEqual([0, ['lost', 'rs']]);
  });
});
