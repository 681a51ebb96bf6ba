import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = '/usr/lib/postgresql';

/** Folder with `initdb` and `postgres` of the newest installed version; undefined where there is none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(ROOT) ? readdirSync(ROOT).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(ROOT, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** PostgreSQL refuses to run as root: then it is started as the user that Debian made for it. */
async function serverUser(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)),
  );
  return { uid: uid!, gid: gid! };
}

/** A throw-away server on a loopback port; `stop` ends it and removes its data. */
export async function startPostgres(bin: string, port: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const user = await serverUser();
  const home = await mkdtemp(join(tmpdir(), 'promontory-postgres-'));
  await chmod(home, 0o700);
  if (user.uid !== undefined) await chown(home, user.uid, user.gid!);
  const data = join(home, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'ledger', '-A', 'trust', '--no-sync', '-E', 'UTF8'], { ...user, cwd: home });
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', home, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    { ...user, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = new Promise<void>((done) => server.once('exit', () => done()));
  await new Promise<void>((ready, fail) => {
    let log = '';
    server.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) ready();
    });
    server.once('exit', () => fail(new Error(`postgres ended: ${log}`)));
  });
  return {
    url: `postgresql://ledger@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGINT');
      await exited;
      await rm(home, { recursive: true, force: true });
    },
  };
}
