import { describe, expect, it } from 'vitest';
import { applicationRow } from '../__fixtures__/application-row';
import { buildRows } from './build-rows';

const summary = (key: string, total: number) => ({ key, total, sync: {}, health: {}, closed: 0 });
const base = {
  group: 'project' as const,
  closed: new Set<string>(),
  selected: new Set<string>(),
  complete: true,
};
const items = [
  applicationRow('cart', { driftSince: '2026-11-22T10:00:00Z' }),
  applicationRow('web', { driftSince: '2026-11-20T10:00:00Z' }),
  applicationRow('fraud', { project: 'money' }),
];

describe('buildRows', () => {
  it('keeps the order of the server and puts each roll-up above its applications', () => {
    const rows = buildRows({ ...base, items, groups: [summary('shop', 2), summary('money', 1)] });
    expect(rows.map((row) => row.key)).toEqual([
      'group:shop',
      'in-cluster/argocd/cart',
      'in-cluster/argocd/web',
      'group:money',
      'in-cluster/argocd/fraud',
    ]);
    expect(rows[1]).toMatchObject({ level: 2, parentKey: 'group:shop' });
  });

  it('says the oldest drift of the group', () => {
    const [head] = buildRows({ ...base, items, groups: [summary('shop', 2)] });
    expect(head?.data).toMatchObject({ oldestDrift: '2026-11-20T10:00:00Z' });
  });

  it('leaves the members of a closed group out', () => {
    const rows = buildRows({
      ...base,
      items,
      groups: [summary('shop', 2), summary('money', 1)],
      closed: new Set(['shop']),
    });
    expect(rows.map((row) => row.key)).toEqual(['group:shop', 'group:money', 'in-cluster/argocd/fraud']);
  });

  it('does not show groups that no loaded page has reached', () => {
    const groups = [summary('shop', 2), summary('zoo', 50)];
    const rows = buildRows({ ...base, items: items.slice(0, 2), groups, complete: false });
    expect(rows.filter((row) => row.group).map((row) => row.key)).toEqual(['group:shop']);
  });

  it('is flat without a group', () => {
    const rows = buildRows({
      ...base,
      group: undefined,
      items,
      groups: [],
      selected: new Set(['in-cluster/argocd/web']),
    });
    expect(rows.map((row) => [row.level, row.selected])).toEqual([
      [1, false],
      [1, true],
      [1, false],
    ]);
  });
});
