import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { ApplicationPage } from '@/lib/contracts/application/application-query';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { ResourceNode, ResourceTree } from '@/lib/contracts/resource/resource-tree';
import type { StreamEvent } from '@/lib/contracts/stream/stream-events';
import { queryKeys } from '../queries/query-keys';
import { applyStreamEvent, readTopicsAnew, type OperationRun } from './apply-stream-event';

const REF = { cluster: 'in-cluster', namespace: 'argocd', name: 'shop' };
const STATUS = { loaded: true, message: '', clusters: [], startedAt: '2026-11-24T12:00:00Z' };
const AT = '2026-11-24T12:00:00Z';
// Only identity and what a test looks at matter here.
const row = (name: string, version = '1') => ({ ...REF, name, version }) as ApplicationRow;
const node = (id: string, state = '') => ({ id, state }) as unknown as ResourceNode;
const PAGE: ApplicationPage = {
  items: [row('mail'), row('shop'), row('web')],
  total: 3,
  all: 3,
  facets: {},
  groups: [],
  notUnderstood: [],
  continue: null,
  stale: [],
};

function setUp() {
  const client = new QueryClient();
  const pageKey = [...queryKeys.rows, 'page', {}];
  client.setQueryData(pageKey, PAGE);
  client.setQueryData([...queryKeys.rows, 'pages', {}], { pages: [PAGE], pageParams: [''] });
  client.setQueryData(queryKeys.tree(REF), { nodes: [node('a'), node('b')], orphanedNodes: [], hosts: [] });
  client.setQueryData(queryKeys.diff(REF), { revisions: [] });
  const isStale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated ?? false;
  return { client, pageKey, isStale, apply: (event: StreamEvent) => applyStreamEvent(client, event) };
}

describe('applyStreamEvent', () => {
  it('changes rows where they stand and takes removed ones out, on all pages', () => {
    const { client, pageKey, apply } = setUp();
    apply({
      type: 'applications.changed',
      rows: [row('shop', '2'), row('new')],
      removed: [{ ...REF, name: 'web' }],
    });
    const page = client.getQueryData<ApplicationPage>(pageKey);
    expect(page?.items.map(({ name, version }) => [name, version])).toEqual([
      ['mail', '1'],
      ['shop', '2'],
    ]);
    expect(page?.total).toBe(2);
    expect(page?.items[0]).toBe(PAGE.items[0]);
    expect(client.getQueryData([...queryKeys.rows, 'pages', {}])).toMatchObject({ pages: [{ total: 2 }] });
  });

  it('leaves a page alone that holds none of what changed', () => {
    const { client, pageKey, apply } = setUp();
    apply({ type: 'applications.changed', rows: [row('other')], removed: [] });
    expect(client.getQueryData(pageKey)).toBe(PAGE);
  });

  it('changes only the nodes of a tree that changed', () => {
    const { client, apply } = setUp();
    const before = client.getQueryData<ResourceTree>(queryKeys.tree(REF));
    apply({
      type: 'tree.changed',
      application: REF,
      upserted: [node('b', 'Failed'), node('c')],
      removed: [],
    });
    const tree = client.getQueryData<ResourceTree>(queryKeys.tree(REF));
    expect(tree?.nodes.map((each) => [each.id, each.state])).toEqual([
      ['a', ''],
      ['b', 'Failed'],
      ['c', ''],
    ]);
    expect(tree?.nodes[0]).toBe(before?.nodes[0]);
    apply({ type: 'tree.changed', application: REF, upserted: [], removed: ['a'] });
    expect(client.getQueryData<ResourceTree>(queryKeys.tree(REF))?.nodes).toHaveLength(2);
  });

  it('gathers the steps of an operation, and begins anew with the next', () => {
    const { client, apply } = setUp();
    const step = (operationId: string, message: string): StreamEvent => ({
      type: 'operation.progress',
      application: REF,
      operationId,
      progress: { type: 'message', at: AT, message },
    });
    const steps = () => client.getQueryData<OperationRun>(queryKeys.progress(REF))?.steps.length;
    apply(step('one', 'a'));
    apply(step('one', 'b'));
    expect(steps()).toBe(2);
    apply(step('two', 'c'));
    expect(steps()).toBe(1);
  });

  it('reads everything anew after a gap that cannot be filled, and nothing after one that was', () => {
    const { apply, isStale, pageKey } = setUp();
    apply({ type: 'hello', resumed: true, cold: [], status: STATUS });
    expect(isStale(pageKey)).toBe(false);
    apply({ type: 'hello', resumed: false, cold: [], status: STATUS });
    expect(isStale(pageKey)).toBe(true);
    const other = setUp();
    other.apply({ type: 'reset' });
    expect(other.isStale(queryKeys.diff(REF))).toBe(true);
  });

  it('reads diff and plan anew when a comparison was made', () => {
    const { apply, isStale, pageKey } = setUp();
    apply({ type: 'diff.changed', application: REF });
    expect(isStale(queryKeys.diff(REF))).toBe(true);
    expect(isStale(pageKey)).toBe(false);
  });

  it('reads anew what belongs to a topic that nobody watched', () => {
    const { client, isStale, pageKey } = setUp();
    readTopicsAnew(client, ['application/in-cluster/argocd/shop']);
    expect(isStale(queryKeys.tree(REF))).toBe(true);
    expect(isStale(pageKey)).toBe(false);
    readTopicsAnew(client, ['applications']);
    expect(isStale(pageKey)).toBe(true);
  });
});
