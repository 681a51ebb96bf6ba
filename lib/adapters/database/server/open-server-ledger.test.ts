import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, describeLedger } from '../ledger.contract';
import { findPostgres, startPostgres } from './__fixtures__/start-postgres';
import { openServerLedger } from './open-server-ledger';

const migrations = resolve('prisma/migrations');
const bin = findPostgres();

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

describe.skipIf(!bin)(
  bin
    ? 'a PostgreSQL server'
    : 'SKIPPED, no PostgreSQL in /usr/lib/postgresql (apt-get install postgresql): a PostgreSQL server',
  () => {
    let server: { url: string; stop: () => Promise<void> };
    beforeAll(async () => {
      server = await startPostgres(bin!, await freePort());
    });
    afterAll(() => server.stop());

    describeLedger('PostgreSQL', () => openServerLedger({ url: server.url, migrations }));

    it('is migrated once by replicas that start together', async () => {
      const admin = new pg.Client(server.url);
      await admin.connect();
      await admin.query('CREATE DATABASE together');
      await admin.end();
      const url = server.url.replace(/postgres$/, 'together');
      const ledgers = await Promise.all(
        Array.from({ length: 4 }, () => openServerLedger({ url, migrations })),
      );
      await ledgers[0]!.audit.append(audit());
      expect((await ledgers[3]!.audit.list({ limit: 10 })).items).toHaveLength(1);
      await Promise.all(ledgers.map((ledger) => ledger.close()));
    });

    it('refuses to change or remove audit entries', async () => {
      const ledger = await openServerLedger({ url: server.url, migrations });
      await ledger.audit.append(audit());
      const client = new pg.Client(server.url);
      await client.connect();
      await expect(client.query("UPDATE audit_entry SET actor = 'eve'")).rejects.toThrow(
        'never changed or removed',
      );
      await expect(client.query('DELETE FROM audit_entry')).rejects.toThrow('never changed or removed');
      await client.end();
      await ledger.close();
    });
  },
);

describe('a server that is away', () => {
  it('is a retryable error', async () => {
    const url = `postgresql://ledger@127.0.0.1:${await freePort()}/postgres`;
    await expect(openServerLedger({ url, migrations })).rejects.toMatchObject({
      name: 'AdapterError',
      retry: 'retryable',
    });
  });
});
