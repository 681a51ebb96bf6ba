import { describe, expect, it } from 'vitest';
import { buildBranches } from '../model/branch';
import type { TreeNode } from '../model/tree-node';
import { graphLayout } from './graph-layout';
import { appOfAppsDiagram, wavesDiagram } from './mermaid-text';

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
const service = node('Service', 'web', { sync: 'Synced', ...healthy });
const root = node('Application', 'checkout');

describe('graphLayout', () => {
  const layout = graphLayout(root, buildBranches([service, web, ...pods, broken]));
  const card = (name: string) =>
    layout.cards.find((each) => each.node?.name === name && each.node.kind !== 'Service');

  it('draws the broken path as one straight line from the root', () => {
    expect(new Set([card('checkout')?.y, card('web')?.y, card('x')?.y]).size).toBe(1);
    expect(layout.edges.filter((edge) => edge.to.isTrouble).map((edge) => edge.to.node?.name)).toEqual([
      'x',
      'web',
    ]);
  });

  it('groups healthy siblings and lets no cards overlap', () => {
    expect(layout.cards.find((each) => each.group)?.group?.members).toHaveLength(4);
    const places = layout.cards.map((each) => `${each.x},${each.y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('Mermaid texts', () => {
  it('quotes names and says the state of each Application', () => {
    const text = appOfAppsDiagram(root, [
      node('Application', 'a"b', {
        sync: 'OutOfSync',
        app: { cluster: 'c', namespace: 'n', name: 'a' },
        ...healthy,
      }),
    ]);
    expect(text).toContain('flowchart LR');
    expect(text).toContain('n0["checkout"] --> n1["a#quot;b<br/>OutOfSync, Healthy"]');
  });

  it('puts waves in the order they run', () => {
    const text = wavesDiagram([service, web]);
    expect(text.indexOf('Wave 0')).toBeLessThan(text.indexOf('Wave 1'));
    expect(text).toContain('s0 --> s1');
  });
});
