import { randomUUID } from 'node:crypto';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { Migration } from './read-migrations';
import type { SqlSession } from './sql-session';

/** Prisma's own lock number: `prisma migrate deploy` and this applier exclude each other. */
const ADVISORY_LOCK = 72707369;

const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Brings the schema up to date: all missing migrations in one transaction under an advisory lock, so that replicas which
 * start together apply them once and a failure leaves nothing half done. Returns the names that were applied.
 */
export async function applyMigrations(session: SqlSession, migrations: Migration[]): Promise<string[]> {
  await session.execute('BEGIN');
  try {
    await session.query('SELECT pg_advisory_xact_lock($1::bigint)::text', [ADVISORY_LOCK]);
    await session.execute(MIGRATIONS_TABLE);
    const recorded = await session.query(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    const missing = missingMigrations(migrations, recorded);
    for (const migration of missing) await apply(session, migration);
    await session.execute('COMMIT');
    return missing.map((migration) => migration.name);
  } catch (error) {
    await session.execute('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function apply(session: SqlSession, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await session.execute(sql);
  } catch (cause) {
    throw new AdapterError(`Migration ${name} failed: ${(cause as Error).message}`, {
      retry: 'terminal',
      cause,
    });
  }
  await session.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );
}

function missingMigrations(migrations: Migration[], recorded: Record<string, unknown>[]): Migration[] {
  const byName = new Map(recorded.map((row) => [row.migration_name, row]));
  const known = new Set(migrations.map((migration) => migration.name));
  for (const row of recorded) {
    const name = String(row.migration_name);
    if (row.finished_at === null)
      throw refusal(
        `Migration ${name} was begun by another tool and did not finish; resolve it with "prisma migrate resolve".`,
      );
    if (!known.has(name))
      throw refusal(
        `The database has migration ${name}, which this version does not know: it was made by a newer one.`,
      );
  }
  return migrations.filter((migration) => {
    const row = byName.get(migration.name);
    if (row && row.checksum !== migration.checksum)
      throw refusal(
        `Migration ${migration.name} differs from the one that was applied (recorded checksum ${String(row.checksum)}).`,
      );
    return !row;
  });
}

const refusal = (message: string) =>
  new AdapterError(message, { retry: 'terminal', reason: 'SchemaMismatch' });
