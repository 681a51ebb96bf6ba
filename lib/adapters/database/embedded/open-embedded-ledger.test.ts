import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { audit, describeLedger } from '../ledger.contract';
import { openEmbeddedLedger } from './open-embedded-ledger';

const migrations = resolve('prisma/migrations');
const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'promontory-ledger-'));
  folders.push(made);
  return made;
}
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

describeLedger('PGlite in memory', () => openEmbeddedLedger({ migrations }));
describeLedger('PGlite on disk', async () => openEmbeddedLedger({ directory: await folder(), migrations }));

describe('an embedded ledger', () => {
  it('keeps everything over a restart and applies no migration twice', async () => {
    const directory = await folder();
    const first = await openEmbeddedLedger({ directory, migrations });
    await first.audit.append(audit());
    await first.close();
    const second = await openEmbeddedLedger({ directory, migrations });
    expect((await second.audit.list({ limit: 10 })).items).toHaveLength(1);
    await second.close();
  });

  it('belongs to one process and says which', async () => {
    const directory = await folder();
    const ledger = await openEmbeddedLedger({ directory, migrations });
    await expect(openEmbeddedLedger({ directory, migrations })).rejects.toThrow(
      `in use by process ${process.pid} on ${hostname()}. Stop that process, or give this one another folder with PROMONTORY_HOME.`,
    );
    await ledger.close();
    await (await openEmbeddedLedger({ directory, migrations })).close();
  });

  it('takes over the lock of a process that is gone, and of a later one with the same number', async () => {
    const directory = await folder();
    const lock = join(directory, 'promontory.lock');
    for (const holder of [
      { pid: 2 ** 22 + 1, birth: '1' },
      { pid: process.pid, birth: 'earlier' },
    ]) {
      await writeFile(lock, JSON.stringify({ ...holder, host: hostname() }));
      await (await openEmbeddedLedger({ directory, migrations })).close();
    }
  });

  it('loses no acknowledged entry when the process is killed', { timeout: 60_000 }, async () => {
    const directory = await folder();
    const script = join(import.meta.dirname, '__fixtures__/write-until-killed.ts');
    const writer = spawn(process.execPath, ['--import', 'tsx', script, directory, migrations], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = -1;
    const gone = new Promise((done) => writer.once('exit', done));
    for await (const line of createInterface({ input: writer.stdout })) {
      acknowledged = Number(line);
      if (acknowledged === 25) writer.kill('SIGKILL');
    }
    await gone;
    expect(acknowledged).toBeGreaterThanOrEqual(25);
    const ledger = await openEmbeddedLedger({ directory, migrations });
    const { items } = await ledger.audit.list({ actor: 'writer', limit: 1000 });
    const numbers = items.map((each) => Number(each.requestId)).sort((a, b) => a - b);
    expect(numbers.slice(0, acknowledged + 1)).toEqual(Array.from({ length: acknowledged + 1 }, (_, n) => n));
    await ledger.close();
  });
});
