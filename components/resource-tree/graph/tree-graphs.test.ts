import { describe, expect, it } from 'vitest';
import { layOutGraph } from '@/components/diagram/graph/lay-out-graph';
import { buildBranches } from '../model/branch';
import type { TreeNode } from '../model/tree-node';
import { appOfAppsFlow, wavesFlow } from './flow-models';
import { graphNodes } from './graph-nodes';

const node = (kind: string, name: string, more: Partial<TreeNode> = {}): TreeNode => ({
  id: `/${kind}/shop/${name}`,
  group: '',
  version: 'v1',
  kind,
  namespace: 'shop',
  name,
  ...more,
});
const healthy = { health: { status: 'Healthy' as const } };
const web = node('Deployment', 'web', { sync: 'Synced', health: { status: 'Degraded' }, wave: 1 });
const pods = [1, 2, 3, 4].map((index) => node('Pod', `p${index}`, { parentId: web.id, ...healthy }));
const broken = node('Pod', 'x', { parentId: web.id, health: { status: 'Degraded' } });
const service = node('Service', 'svc', { sync: 'Synced', ...healthy });
const root = node('Application', 'checkout');
const branches = buildBranches([service, web, ...pods, broken]);
const words = () => 'group';

describe('graphNodes', () => {
  it('draws the broken path as one straight line from the root', () => {
    const placed = layOutGraph(graphNodes(root, branches, new Set(), words));
    const middle = (title: string) => placed.find((each) => each.title === title)?.y;
    expect([middle('web'), middle('x')]).toEqual([middle('checkout'), middle('checkout')]);
    expect(placed.filter((each) => each.tone === 'bad').map((each) => each.title)).toEqual([
      'checkout',
      'web',
      'x',
    ]);
  });

  it('keeps healthy siblings in one box until it is opened', () => {
    const closed = graphNodes(root, branches, new Set(), words);
    const group = closed.find((each) => each.group);
    expect(closed).toHaveLength(5);
    expect(graphNodes(root, branches, new Set([group!.id]), words)).toHaveLength(8);
  });
});

describe('flows', () => {
  it('hangs an Application below the one that declares it', () => {
    const child = node('Application', 'child', { app: { cluster: 'c', namespace: 'n', name: 'child' } });
    const deep = node('Application', 'deep', {
      app: { cluster: 'c', namespace: 'n', name: 'deep' },
      parentId: child.id,
    });
    expect(appOfAppsFlow(root, [child, deep]).edges).toEqual([
      { from: root.id, to: child.id },
      { from: child.id, to: deep.id },
    ]);
  });

  it('puts waves in the order they run', () => {
    const flow = wavesFlow([web, service], (step) => ('wave' in step ? `Wave ${step.wave}` : step.phase));
    expect(flow.groups?.map((group) => group.label)).toEqual(['Wave 0', 'Wave 1']);
    expect(flow.edges).toEqual([{ from: service.id, to: web.id, dashed: true }]);
  });
});
