import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import { resolve } from 'node:path';
import { applyMigrations } from './apply-migrations';
import { readMigrations, type Migration } from './read-migrations';

const database = await PGlite.create('memory://');
const session = {
  query: async (sql: string, parameters?: unknown[]) =>
    (await database.query<Record<string, unknown>>(sql, parameters)).rows,
  execute: async (sql: string) => {
    await database.exec(sql);
  },
};
const migration = (name: string, sql: string, checksum = name): Migration => ({ name, sql, checksum });
const FIRST = migration('1_first', 'CREATE TABLE a (x int); CREATE TABLE b (x int);');

describe('applyMigrations', () => {
  it('applies each once, in order, and records it as Prisma does', async () => {
    const second = migration('2_second', 'ALTER TABLE a ADD y int;');
    expect(await applyMigrations(session, [FIRST])).toEqual(['1_first']);
    expect(await applyMigrations(session, [FIRST, second])).toEqual(['2_second']);
    expect(await applyMigrations(session, [FIRST, second])).toEqual([]);
    const rows = await session.query(
      'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
    );
    expect(rows).toEqual([
      { migration_name: '1_first', checksum: '1_first', applied_steps_count: 1 },
      { migration_name: '2_second', checksum: '2_second', applied_steps_count: 1 },
    ]);
    await session.execute("DELETE FROM _prisma_migrations WHERE migration_name = '2_second'");
  });

  it('leaves nothing behind when one fails, and names it', async () => {
    const good = migration('3_good', 'CREATE TABLE c (x int);');
    const bad = migration('4_bad', 'CREATE TABLE d (x int); SELECT 1/0;');
    await expect(applyMigrations(session, [FIRST, good, bad])).rejects.toThrow(
      'Migration 4_bad failed: division by zero',
    );
    expect(await session.query("SELECT 1 FROM pg_tables WHERE tablename IN ('c', 'd')")).toEqual([]);
  });

  it('refuses a changed migration, an unknown one and an unfinished one', async () => {
    await expect(applyMigrations(session, [{ ...FIRST, checksum: 'other' }])).rejects.toThrow(
      '1_first differs',
    );
    await expect(applyMigrations(session, [])).rejects.toThrow('made by a newer one');
    await session.execute(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '5_begun')",
    );
    await expect(applyMigrations(session, [FIRST])).rejects.toThrow('5_begun was begun by another tool');
  });

  it('knows the committed migrations by the SHA-256 of their files', async () => {
    const [first] = await readMigrations(resolve('prisma/migrations'));
    expect(first?.name).toBe('20261124170000_ledger');
    expect(first?.checksum).toMatch(/^[0-9a-f]{64}$/);
  });
});
