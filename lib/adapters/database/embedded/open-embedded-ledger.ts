import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { Ledger } from '@/lib/engine/ports/ledger';
import { PrismaClient } from '../generated/client';
import { applyMigrations } from '../migrations/apply-migrations';
import { readMigrations } from '../migrations/read-migrations';
import { createPrismaLedger } from '../prisma-ledger';
import { lockFolder } from './folder-lock';

/**
 * The ledger in this process: PostgreSQL as WebAssembly with its data in `directory`, or in memory without one.
 * Throws `AdapterError` (`Locked`) when another process holds the folder.
 */
export async function openEmbeddedLedger(options: {
  directory?: string;
  migrations: string;
}): Promise<Ledger> {
  const unlock = options.directory ? await lockFolder(options.directory) : () => Promise.resolve();
  try {
    const database = await openDatabase(options.directory);
    const session = {
      query: async (sql: string, parameters?: unknown[]) =>
        (await database.query<Record<string, unknown>>(sql, parameters)).rows,
      execute: async (sql: string) => {
        await database.exec(sql);
      },
    };
    await applyMigrations(session, await readMigrations(options.migrations));
    const client = new PrismaClient({ adapter: new PrismaPGlite(database) });
    return createPrismaLedger(client, async () => {
      if (!database.closed) await database.close();
      await unlock();
    });
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openDatabase(directory: string | undefined): Promise<PGlite> {
  try {
    return await PGlite.create(directory ? `${directory}/data` : 'memory://');
  } catch (cause) {
    throw new AdapterError(
      `The embedded database in ${directory ?? 'memory'} does not open: ${(cause as Error).message}`,
      {
        retry: 'terminal',
        cause,
      },
    );
  }
}
