import { describe, expect, it } from 'vitest';
import { Store } from './store';
import type { StoreEvent } from './stored-object';

const key = (name: string, namespace = 'a') => ({ resource: 'configmaps', namespace, name });
const object = (name: string, namespace = 'a') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace },
});

describe('Store', () => {
  it('gives every write, deletions included, a higher resourceVersion', () => {
    const store = new Store();
    const versions: number[] = [];
    store.watch((event) => versions.push(event.resourceVersion));
    store.create(key('x'), object('x'));
    store.update(key('x'), object('x'));
    store.delete(key('x'));
    expect(versions).toEqual([2, 3, 4]);
    expect(store.get(key('x'))).toBeUndefined();
  });

  it('refuses to create twice, to update what is missing, and to write over a newer version', () => {
    const store = new Store();
    const first = store.create(key('x'), object('x'));
    expect(store.create(key('x'), object('x'))).toEqual({ outcome: 'exists' });
    expect(store.update(key('y'), object('y'))).toEqual({ outcome: 'missing' });
    store.update(key('x'), object('x'));
    const old = first.outcome === 'written' ? first.object.metadata.resourceVersion : '';
    expect(store.update(key('x'), object('x'), old).outcome).toBe('conflict');
    expect(store.delete(key('x'), old).outcome).toBe('conflict');
  });

  it('lists by namespace and name, whatever the order of creation', () => {
    const store = new Store();
    for (const [name, namespace] of [
      ['b', 'b'],
      ['z', 'a'],
      ['a', 'b'],
    ] as const)
      store.create(key(name, namespace), object(name, namespace));
    expect(store.list('configmaps').map((each) => each.metadata.name)).toEqual(['z', 'a', 'b']);
    expect(store.list('configmaps', 'b').map((each) => each.metadata.name)).toEqual(['a', 'b']);
  });

  it('replays events after a version, and says when they are forgotten', () => {
    const store = new Store({ historyCapacity: 2 });
    store.create(key('a'), object('a'));
    const from = store.resourceVersion;
    store.create(key('b'), object('b'));
    expect(store.since('configmaps', from)?.map((event) => event.key.name)).toEqual(['b']);
    expect(store.since('secrets', from)).toEqual([]);
    for (const name of ['c', 'd', 'e', 'f']) store.create(key(name), object(name));
    expect(store.since('configmaps', from)).toBeUndefined();
    expect(store.since('configmaps', store.resourceVersion)).toEqual([]);
  });

  it('tells all listeners of a write before those of a write that a listener made', () => {
    const store = new Store();
    const seen: string[] = [];
    const note = (who: string) => (event: StoreEvent) => seen.push(`${who}:${event.key.name}`);
    store.watch((event) => {
      note('first')(event);
      if (event.key.name === 'owner') store.create(key('made'), object('made'));
    });
    store.watch(note('second'));
    store.create(key('owner'), object('owner'));
    expect(seen).toEqual(['first:owner', 'second:owner', 'first:made', 'second:made']);
  });
});
