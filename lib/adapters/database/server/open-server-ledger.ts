import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Ledger } from '@/lib/engine/ports/ledger';
import { PrismaClient } from '../generated/client';
import { applyMigrations } from '../migrations/apply-migrations';
import { readMigrations } from '../migrations/read-migrations';
import { createPrismaLedger } from '../prisma-ledger';
import { guarded } from '../stores/to-ledger-error';

/** The ledger on a PostgreSQL server; the URL is that of `DATABASE_URL`. Throws `AdapterError` when it is away. */
export async function openServerLedger(options: { url: string; migrations: string }): Promise<Ledger> {
  const pool = new pg.Pool({ connectionString: options.url, max: 10, connectionTimeoutMillis: 10_000 });
  // Idle connections break when the server restarts; the pool replaces them, and the next call reports what matters.
  pool.on('error', () => undefined);
  try {
    await guarded('be brought up to date', () => migrate(pool, options.migrations));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  return createPrismaLedger(client, async () => {
    if (!pool.ended) await pool.end();
  });
}

async function migrate(pool: pg.Pool, directory: string): Promise<void> {
  const connection = await pool.connect();
  try {
    const session = {
      query: async (sql: string, parameters?: unknown[]) =>
        (await connection.query<Record<string, unknown>>(sql, parameters)).rows,
      execute: async (sql: string) => {
        await connection.query(sql);
      },
    };
    await applyMigrations(session, await readMigrations(directory));
  } finally {
    connection.release();
  }
}
