import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditRecord, Ledger, OperationRecord, Page, TransitionRecord } from '@/lib/engine/ports/ledger';

const T0 = Date.parse('2026-11-24T12:00:00.123Z');
const at = (seconds: number) => new Date(T0 + seconds * 1000);
let unique = 0;
const fresh = (what: string) => `${what}-${(unique += 1)}`;

export function operation(change: Partial<OperationRecord> = {}): OperationRecord {
  return {
    id: fresh('op'),
    application: { namespace: 'argocd', name: 'shop' },
    project: 'default',
    phase: 'Running',
    message: '',
    trigger: 'user',
    initiatedBy: 'ada',
    dryRun: false,
    revisions: ['a'.repeat(40)],
    planDigest: '1f2e3d4c',
    startedAt: at(0),
    finishedAt: null,
    retryCount: 0,
    operation: { sync: { prune: true, resources: [{ kind: 'Deployment', name: 'web' }] } },
    result: null,
    ...change,
  };
}

export function audit(change: Partial<AuditRecord> = {}): AuditRecord {
  return {
    at: at(0),
    actor: 'ada',
    actorKind: 'user',
    action: 'applications.sync',
    object: { kind: 'Application', namespace: 'argocd', name: 'shop' },
    project: 'default',
    result: 'allowed',
    reason: '',
    detail: { revision: 'main', nested: { list: [1, 'two', null] } },
    requestId: 'r-1',
    remoteAddress: '127.0.0.1',
    ...change,
  };
}

const transition = (change: Partial<TransitionRecord>): TransitionRecord => ({
  application: { namespace: 'argocd', name: 'shop' },
  kind: 'health',
  from: null,
  to: 'Healthy',
  message: '',
  revision: 'a'.repeat(40),
  at: at(0),
  ...change,
});

async function readAll<T>(page: (after?: string) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | undefined; ;) {
    const next = await page(after);
    items.push(...next.items);
    if (!next.continue) return items;
    after = next.continue;
  }
}

/** What every ledger guarantees, whatever database it stands on. `open` gives an empty one. */
export function describeLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} keeps the ledger's promises`, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await open();
    });
    afterAll(() => ledger.close());

    it('gives an operation back as it was recorded, times to the millisecond', async () => {
      const record = operation();
      await ledger.operations.start(record);
      expect(await ledger.operations.get(record.id)).toEqual(record);
      expect(await ledger.operations.get('unknown')).toBeUndefined();
    });

    it('lists what has no end until it gets one', async () => {
      const record = operation({ application: { namespace: 'argocd', name: fresh('app') } });
      await ledger.operations.start(record);
      expect((await ledger.operations.unfinished()).map((each) => each.id)).toContain(record.id);
      const end = {
        phase: 'Succeeded' as const,
        message: 'successfully synced',
        finishedAt: at(9),
        result: { revision: 'b'.repeat(40), resources: [] },
      };
      await ledger.operations.update(record.id, end);
      expect((await ledger.operations.unfinished()).map((each) => each.id)).not.toContain(record.id);
      expect(await ledger.operations.get(record.id)).toEqual({ ...record, ...end });
    });

    it('refuses a second operation with the same id and an update of an unknown one', async () => {
      const record = operation();
      await ledger.operations.start(record);
      await expect(ledger.operations.start(record)).rejects.toMatchObject({
        name: 'AdapterError',
        status: 409,
      });
      await expect(ledger.operations.update('unknown', { message: 'x' })).rejects.toMatchObject({
        name: 'AdapterError',
        status: 404,
      });
    });

    it('pages through any number of operations newest first, each exactly once, also with equal times', async () => {
      const seconds = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(seconds, fc.integer({ min: 1, max: 5 }), async (starts, limit) => {
          const application = { namespace: 'argocd', name: fresh('paged') };
          const records = starts.map((start) => operation({ application, startedAt: at(start) }));
          for (const record of records) await ledger.operations.start(record);
          const listed = await readAll((after) =>
            ledger.operations.list({ application, limit, ...(after ? { continue: after } : {}) }),
          );
          expect(listed.map((each) => each.id).sort()).toEqual(records.map((each) => each.id).sort());
          const times = listed.map((each) => each.startedAt.getTime());
          expect(times).toEqual([...times].sort((a, b) => b - a));
        }),
        { numRuns: 15 },
      );
    });

    it('keeps its place in a list while newer entries arrive', async () => {
      const actor = fresh('actor');
      for (let second = 0; second < 4; second += 1)
        await ledger.audit.append(audit({ actor, at: at(second) }));
      const first = await ledger.audit.list({ actor, limit: 2 });
      await ledger.audit.append(audit({ actor, at: at(10) }));
      const second = await ledger.audit.list({ actor, limit: 2, continue: first.continue! });
      expect([...first.items, ...second.items].map((each) => each.at)).toEqual([3, 2, 1, 0].map(at));
      expect(second.continue).toBeUndefined();
    });

    it('refuses a continue value that no page gave', async () => {
      await expect(ledger.audit.list({ limit: 1, continue: 'nonsense' })).rejects.toMatchObject({
        status: 400,
      });
      await expect(ledger.operations.list({ limit: 1, continue: '%%' })).rejects.toMatchObject({
        status: 400,
      });
    });

    it('finds audit entries by actor, verb, noun, object, project, result and time', async () => {
      const actor = fresh('actor');
      const entries = [
        audit({ actor, at: at(1), action: 'applications.sync' }),
        audit({ actor, at: at(2), action: 'applications.delete', result: 'denied', reason: 'no permission' }),
        audit({
          actor,
          at: at(3),
          action: 'resources.delete',
          project: 'shop',
          object: { kind: 'Pod', namespace: 'web', name: 'web-1' },
        }),
      ];
      for (const entry of entries) expect(await ledger.audit.append(entry)).toMatchObject(entry);
      const find = async (filter: object) =>
        (await ledger.audit.list({ actor, limit: 10, ...filter })).items.map((each) => each.at);
      expect(await find({})).toEqual([at(3), at(2), at(1)]);
      expect(await find({ action: 'applications' })).toEqual([at(2), at(1)]);
      expect(await find({ action: 'applications.sync' })).toEqual([at(1)]);
      expect(await find({ object: 'WEB-' })).toEqual([at(3)]);
      expect(await find({ project: 'shop' })).toEqual([at(3)]);
      expect(await find({ result: 'denied' })).toEqual([at(2)]);
      expect(await find({ since: at(2), until: at(3) })).toEqual([at(2)]);
      expect((await ledger.audit.list({ actor: 'nobody', limit: 10 })).items).toEqual([]);
    });

    it('keeps transitions per application in order', async () => {
      const application = { namespace: 'argocd', name: fresh('app') };
      const records = [
        transition({ application, at: at(1), to: 'Progressing' }),
        transition({ application, at: at(2), from: 'Progressing', to: 'Healthy' }),
        transition({ application, at: at(3), kind: 'sync', from: 'OutOfSync', to: 'Synced' }),
      ];
      for (const record of records) await ledger.transitions.append(record);
      const listed = await ledger.transitions.list({ application, limit: 10 });
      expect(listed.items.map(({ id, ...rest }) => [typeof id, rest])).toEqual(
        [...records].reverse().map((record) => ['string', record]),
      );
      expect((await ledger.transitions.list({ application, since: at(3), limit: 10 })).items).toHaveLength(1);
    });

    it('writes all of a transaction or nothing, and lets the error through', async () => {
      const kept = operation();
      const lost = operation();
      const actor = fresh('actor');
      await ledger.transaction(async (inside) => {
        await inside.operations.start(kept);
        await inside.transaction((deeper) => deeper.audit.append(audit({ actor })));
      });
      const failure = new Error('not this one');
      await expect(
        ledger.transaction(async (inside) => {
          await inside.operations.start(lost);
          await inside.audit.append(audit({ actor }));
          throw failure;
        }),
      ).rejects.toBe(failure);
      expect(await ledger.operations.get(kept.id)).toBeDefined();
      expect(await ledger.operations.get(lost.id)).toBeUndefined();
      expect((await ledger.audit.list({ actor, limit: 10 })).items).toHaveLength(1);
    });

    it('takes many writes at once', async () => {
      const actor = fresh('actor');
      await Promise.all(
        Array.from({ length: 40 }, (_, second) =>
          ledger.transaction((inside) => inside.audit.append(audit({ actor, at: at(second) }))),
        ),
      );
      expect((await ledger.audit.list({ actor, limit: 100 })).items).toHaveLength(40);
    });

    it('answers a ping', async () => {
      await expect(ledger.ping()).resolves.toBeUndefined();
    });
  });
}
