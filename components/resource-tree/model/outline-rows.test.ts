import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutlineRow } from './outline-row';
import { outlineRows, startsWithProblemsOnly, type OutlineOptions } from './outline-rows';
import { isProblem, type TreeNode } from './tree-node';

const base: OutlineOptions = { toggled: new Map(), filter: '', problemsOnly: false, waves: true };

function node(kind: string, name: string, more: Partial<TreeNode> = {}): TreeNode {
  return { id: `/${kind}/shop/${name}`, group: '', version: 'v1', kind, namespace: 'shop', name, ...more };
}

function words(rows: OutlineRow[]): string[] {
  return rows.map((row) => {
    const indent = '  '.repeat(row.depth);
    if (row.type === 'section')
      return `${row.id} ${row.rail}${row.waitsFor[0] ? ` waits ${row.waitsFor[0].name}` : ''}`;
    if (row.type === 'group')
      return `${indent}${row.isMore ? '+' : ''}${row.count} ${row.group} ${row.kind ?? ''}`.trimEnd();
    return `${indent}${row.node.kind} ${row.node.name}${row.isOpen === false ? ' >' : ''}`;
  });
}

const healthy = { health: { status: 'Healthy' as const } };
const web = node('Deployment', 'web', { wave: 2, sync: 'OutOfSync', health: { status: 'Degraded' } });
const current = node('ReplicaSet', 'web-2', {
  parentId: web.id,
  ready: { ready: 8, wanted: 9 },
  health: { status: 'Progressing' },
});
const pods = Array.from({ length: 8 }, (_, index) =>
  node('Pod', `web-2-${index}`, {
    parentId: current.id,
    ready: { ready: 1, wanted: 1 },
    restarts: 0,
    ...healthy,
  }),
);
const broken = node('Pod', 'web-2-x2k9p', {
  parentId: current.id,
  health: { status: 'Degraded' },
  state: 'CrashLoopBackOff',
});
const older = [1, 2, 3, 4].map((index) =>
  node('ReplicaSet', `web-old${index}`, { parentId: web.id, ready: { ready: 0, wanted: 0 }, ...healthy }),
);
const config = Array.from({ length: 11 }, (_, index) =>
  node('ConfigMap', `c${index}`, { wave: 0, sync: 'Synced' }),
);
const changed = node('ConfigMap', 'changed', { wave: 0, sync: 'OutOfSync' });
const ingress = node('Ingress', 'web', { wave: 3, sync: 'Synced', ...healthy });
const shop = [ingress, ...config, web, current, ...pods, ...older, changed, broken];

describe('outlineRows', () => {
  it('opens the way to the broken Pod and folds what is calm, in the order of waves', () => {
    expect(words(outlineRows(shop, base))).toEqual([
      'wave 0 done',
      'ConfigMap changed',
      '+11 calm',
      'wave 2 held waits web',
      'Deployment web',
      '  ReplicaSet web-2',
      '    Pod web-2-x2k9p',
      '    +8 healthy Pod',
      '  +4 older ReplicaSet',
      'wave 3 todo',
      'Ingress web',
    ]);
  });

  it('sums the columns of a group', () => {
    const group = outlineRows(shop, base).find((row) => row.type === 'group' && row.group === 'healthy');
    expect(group).toMatchObject({ count: 8, ready: { ready: 8, wanted: 8 }, restarts: 0, hasHealth: true });
  });

  it('shows only problems and their way when asked, and everything that a filter finds', () => {
    expect(words(outlineRows(shop, { ...base, problemsOnly: true, waves: false }))).toEqual([
      'Deployment web',
      '  ReplicaSet web-2',
      '    Pod web-2-x2k9p',
      'ConfigMap changed',
    ]);
    expect(words(outlineRows(shop, { ...base, filter: 'ingress', waves: false }))).toEqual(['Ingress web']);
  });

  it('opens an Application in place only when asked', () => {
    const child = node('Application', 'dash', {
      sync: 'Synced',
      app: { cluster: 'hub', namespace: 'argocd', name: 'dash' },
      ...healthy,
    });
    expect(words(outlineRows([child], { ...base, waves: false }))).toEqual(['Application dash >']);
    const inner = node('ConfigMap', 'inner', { parentId: child.id, sync: 'Synced' });
    expect(
      words(outlineRows([child, inner], { ...base, waves: false, toggled: new Map([[child.id, true]]) })),
    ).toEqual(['Application dash', '  ConfigMap inner']);
  });

  it('never hides a problem, however the tree looks', () => {
    const anyNode = fc.record({
      parent: fc.integer({ min: -1, max: 30 }),
      kind: fc.constantFrom('Pod', 'ReplicaSet', 'ConfigMap'),
      health: fc.constantFrom('Healthy', 'Degraded', 'Missing', 'Progressing', undefined),
      sync: fc.constantFrom('Synced', 'OutOfSync', undefined),
      wanted: fc.constantFrom(0, 1),
      wave: fc.constantFrom(0, 1),
    } as const);
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 40 }), fc.boolean(), (list, problemsOnly) => {
        const nodes = list.map((it, index) =>
          node(it.kind, `n${index}`, {
            ready: { ready: it.wanted, wanted: it.wanted },
            wave: it.wave,
            ...(it.parent >= 0 && it.parent < index
              ? { parentId: `/${list[it.parent]!.kind}/shop/n${it.parent}` }
              : {}),
            ...(it.health === undefined ? {} : { health: { status: it.health } }),
            ...(it.sync === undefined ? {} : { sync: it.sync }),
          }),
        );
        const shown = new Set(outlineRows(nodes, { ...base, problemsOnly }).map((row) => row.id));
        expect(nodes.filter(isProblem).filter((it) => !shown.has(it.id))).toEqual([]);
      }),
    );
  });

  it('lays 2,000 nodes out in far less than a frame of patience', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      node('Pod', `p${index}`, {
        ...(index % 10 === 0 ? {} : { parentId: `/Pod/shop/p${index - (index % 10)}` }),
        ...healthy,
      }),
    );
    const started = performance.now();
    outlineRows(many, base);
    expect(performance.now() - started).toBeLessThan(250);
    expect(startsWithProblemsOnly(many)).toBe(false);
    expect(startsWithProblemsOnly([...many, broken])).toBe(true);
  });
});
