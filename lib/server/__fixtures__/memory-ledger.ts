import type { AuditRecord, Ledger, OperationRecord } from '@/lib/engine/ports/ledger';

/** A ledger in memory for tests of services; the real ones are tested by ledger.contract.ts. */
export function memoryLedger() {
  const audit: (AuditRecord & { id: string })[] = [];
  const operations = new Map<string, OperationRecord>();
  const state = { isBroken: false };
  const ledger: Ledger = {
    operations: {
      start: (record) => {
        operations.set(record.id, record);
        return Promise.resolve();
      },
      update: () => Promise.resolve(),
      get: (id) => Promise.resolve(operations.get(id)),
      list: ({ limit }) => Promise.resolve({ items: [...operations.values()].slice(0, limit) }),
      unfinished: () => Promise.resolve([]),
    },
    transitions: { append: () => Promise.resolve(), list: () => Promise.resolve({ items: [] }) },
    audit: {
      append: (record) => {
        if (state.isBroken) return Promise.reject(new Error('the disk is full'));
        const entry = { ...record, id: String(audit.length + 1) };
        audit.push(entry);
        return Promise.resolve(entry);
      },
      list: ({ limit, continue: next }) => {
        const start = Number(next ?? 0);
        const items = [...audit].reverse().slice(start, start + limit);
        return Promise.resolve(
          start + limit < audit.length ? { items, continue: String(start + limit) } : { items },
        );
      },
    },
    transaction: (run) => run(ledger),
    ping: () => (state.isBroken ? Promise.reject(new Error('away')) : Promise.resolve()),
    close: () => Promise.resolve(),
  };
  return { ledger, audit, operations, state };
}
