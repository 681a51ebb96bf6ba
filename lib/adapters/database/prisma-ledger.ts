import type { Ledger } from '@/lib/engine/ports/ledger';
import type { PrismaClient } from './generated/client';
import { createAuditStore } from './stores/audit-store';
import { createOperationStore } from './stores/operation-store';
import type { PrismaSession } from './stores/prisma-session';
import { guarded } from './stores/to-ledger-error';
import { createTransitionStore } from './stores/transition-store';

const TRANSACTION = { maxWait: 15_000, timeout: 15_000 };

/** A ledger over a connected client; `onClose` releases what the client stands on. */
export function createPrismaLedger(client: PrismaClient, onClose: () => Promise<void>): Ledger {
  return {
    ...storesOf(client),
    transaction: (run) =>
      // Errors of the caller pass through as they are; only the database's own are translated.
      client.$transaction((session) => run(withinTransaction(session)), TRANSACTION),
    ping: () =>
      guarded('answer', async () => {
        await client.$queryRaw`SELECT 1`;
      }),
    close: async () => {
      await client.$disconnect();
      await onClose();
    },
  };
}

function storesOf(session: PrismaSession) {
  return {
    operations: createOperationStore(session),
    transitions: createTransitionStore(session),
    audit: createAuditStore(session),
  };
}

function withinTransaction(session: PrismaSession): Ledger {
  const ledger: Ledger = {
    ...storesOf(session),
    transaction: (run) => run(ledger),
    ping: () => Promise.resolve(),
    close: () => Promise.reject(new Error('A transaction cannot close the ledger.')),
  };
  return ledger;
}
