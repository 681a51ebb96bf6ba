import { afterEach, describe, expect, it } from 'vitest';
import type { StreamEvent, Topic } from '@/lib/contracts/stream/stream-events';
import { application, node } from '../__fixtures__/fake-engine';
import { testRuntime } from '../__fixtures__/test-runtime';
import type { LoggedEvent } from './event-log';

const REF = { namespace: 'argocd', name: 'shop' };
const TOPIC: Topic = 'application/in-cluster/argocd/shop';
const open: AbortController[] = [];

function setUp() {
  const made = testRuntime();
  made.engine.put(application('shop'));
  made.engine.trees.set('shop', [node('web'), node('api')]);
  const read = (topics: Topic[], lastEventId?: string) => {
    const abort = new AbortController();
    open.push(abort);
    const events = made.runtime.stream.read(topics, abort.signal, lastEventId);
    const next = async (): Promise<LoggedEvent> => (await events.next()).value as LoggedEvent;
    return { next, abort, events };
  };
  return { ...made, read };
}

async function take(
  reader: { next: () => Promise<LoggedEvent> },
  type: StreamEvent['type'],
): Promise<LoggedEvent> {
  for (;;) {
    const logged = await reader.next();
    if (logged.event.type === type) return logged;
  }
}

describe('StreamHub', () => {
  afterEach(() => open.splice(0).forEach((abort) => abort.abort()));

  it('begins with how live everything is', async () => {
    const { read } = setUp();
    expect((await read(['applications']).next()).event).toMatchObject({
      type: 'hello',
      resumed: false,
      status: { loaded: true },
    });
  });

  it('tells many changes of one application as one row', async () => {
    const { engine, read } = setUp();
    const reader = read(['applications', 'activity']);
    await reader.next();
    for (let count = 0; count < 50; count += 1) engine.emit({ type: 'application', ref: REF });
    expect((await reader.next()).event).toMatchObject({
      type: 'applications.changed',
      rows: [{ name: 'shop' }],
      removed: [],
    });
    engine.facts.clear();
    engine.emit({ type: 'application-removed', ref: REF });
    expect((await reader.next()).event).toMatchObject({
      type: 'applications.changed',
      rows: [],
      removed: [{ cluster: 'in-cluster', ...REF }],
    });
  });

  it('tells of a tree only the nodes that changed, to those who look at it', async () => {
    const { engine, read } = setUp();
    const reader = read([TOPIC]);
    const other = read(['application/in-cluster/argocd/other']);
    await Promise.all([reader.next(), other.next()]);
    engine.trees.set('shop', [node('web', { state: 'Progressing' }), node('new')]);
    engine.emit({ type: 'tree', ref: REF });
    const { event } = await reader.next();
    expect(event).toMatchObject({ type: 'tree.changed', removed: ['apps/Deployment/web/api'] });
    expect(event.type === 'tree.changed' && event.upserted.map((each) => each.name)).toEqual(['web', 'new']);
    engine.emit({ type: 'status' });
    expect((await other.next()).event.type).toBe('engine.status');
  });

  it('gives back what was missed to who comes back, in order', async () => {
    const { engine, read, runtime, context } = setUp();
    const first = read(['applications', TOPIC]);
    await first.next();
    engine.emit({ type: 'compared', ref: REF });
    const seen = await take(first, 'applications.changed');
    first.abort.abort();
    const progress = { type: 'message' as const, at: '2026-11-24T12:00:00Z', message: 'one' };
    engine.emit({ type: 'operation', ref: REF, operationId: 'op-1', progress });
    engine.trees.set('shop', []);
    engine.emit({ type: 'tree', ref: REF });
    const bystander = runtime.stream.read([TOPIC], context.signal);
    while (((await bystander.next()).value as LoggedEvent).event.type !== 'tree.changed');
    const second = read(['applications', TOPIC], seen.id);
    expect((await second.next()).event).toMatchObject({ type: 'hello', resumed: true, cold: [] });
    const types = [];
    for (let count = 0; count < 3; count += 1) types.push((await second.next()).event.type);
    expect(types).toContain('operation.progress');
    await take(second, 'tree.changed');
  });

  it('says which topics nobody watched, so that they are read anew', async () => {
    const { read, engine } = setUp();
    const first = read(['applications']);
    await first.next();
    engine.emit({ type: 'status' });
    const { id } = await first.next();
    expect((await read(['applications', TOPIC], id).next()).event).toMatchObject({
      resumed: true,
      cold: [TOPIC],
    });
  });

  it('does not go on after an id of another process or of long ago', async () => {
    const { read, engine } = setUp();
    expect((await read(['applications'], 'ffffffff-3').next()).event).toMatchObject({ resumed: false });
    const first = read(['applications']);
    const { id } = await first.next();
    for (let count = 0; count < 21_000; count += 1) engine.emit({ type: 'status' });
    expect((await read(['applications'], id).next()).event).toMatchObject({ resumed: false });
    expect((await first.next()).event.type).toBe('reset');
  });

  it('ends with its reader, also one that waits, and with the process', async () => {
    const { read, runtime } = setUp();
    const waiting = read(['applications']);
    await waiting.next();
    const next = waiting.events.next();
    waiting.abort.abort();
    expect((await next).done).toBe(true);
    expect(runtime.stream.readerCount).toBe(0);
    const other = read(['applications']);
    await other.next();
    const last = other.events.next();
    runtime.stream.close();
    expect((await last).done).toBe(true);
  });
});
