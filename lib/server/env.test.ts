import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promontory-env-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const KUBECONFIG = `
clusters: [{ name: a, cluster: { server: https://localhost } }]
contexts: [{ name: a, context: { cluster: a, user: a } }]
current-context: a
`;

async function problemsOf(source: Record<string, string>): Promise<readonly string[]> {
  const error = await readEnv({ PROMONTORY_HOME: folder, ...source }).catch((each: unknown) => each);
  if (!(error instanceof EnvError)) throw new Error('the environment was accepted');
  return error.problems;
}

describe('readEnv', () => {
  it('needs nothing but a folder, which it makes', async () => {
    const home = join(folder, 'deep/er');
    expect(await readEnv({ PROMONTORY_HOME: home })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      allowedHosts: [],
      home,
      databaseUrl: null,
      kubeconfig: null,
      role: 'all',
    });
    expect((await stat(home)).isDirectory()).toBe(true);
  });

  it('takes what is set', async () => {
    const kubeconfig = join(folder, 'config');
    await writeFile(kubeconfig, KUBECONFIG);
    const env = await readEnv({
      PROMONTORY_HOME: folder,
      PORT: '8080',
      PROMONTORY_HOST: '::1',
      PROMONTORY_ROLE: 'web',
      PROMONTORY_ALLOWED_HOSTS: 'a.example, B.example',
      DATABASE_URL: 'postgres://u:p@db/ledger',
      KUBECONFIG: `${kubeconfig}:${kubeconfig}`,
    });
    expect(env).toMatchObject({
      port: 8080,
      host: '::1',
      role: 'web',
      allowedHosts: ['a.example', 'b.example'],
    });
    expect(env.kubeconfig).toEqual([kubeconfig, kubeconfig]);
  });

  it.each([
    [{ PORT: 'http' }, /^PORT is "http": it must be a number from 0 to 65535\. Set PORT=3000/],
    [{ PORT: '70000' }, /^PORT is "70000"/],
    [
      { PROMONTORY_HOST: '0.0.0.0' },
      /^PROMONTORY_HOST is "0\.0\.0\.0": other machines could reach Promontory/,
    ],
    [{ PROMONTORY_ROLE: 'worker' }, /^PROMONTORY_ROLE is "worker": it must be one of all, web, engine/],
    [{ DATABASE_URL: 'mysql://u:secret@db/x' }, /^DATABASE_URL begins with "mysql:\/\/": only PostgreSQL/],
    [{ DATABASE_URL: 'nonsense' }, /^DATABASE_URL is not a URL/],
    [{ DATABASE_URL: 'postgresql://db' }, /^DATABASE_URL names no database/],
    [{ KUBECONFIG: '/no/such/file' }, /^KUBECONFIG names "\/no\/such\/file": there is no such file/],
  ])('names variable, value and fix: %j', async (source, expected) => {
    const problems = await problemsOf(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
    expect(problems[0]).not.toContain('secret');
  });

  it.each([
    ['{ a', 'it is not YAML'],
    ['clusters: []', 'clusters is missing or wrong'],
    [
      KUBECONFIG.replace('current-context: a', 'current-context: b'),
      'its current-context "b" is not among its contexts',
    ],
  ])('says what is wrong with a kubeconfig: %#', async (content, expected) => {
    const path = join(folder, 'broken');
    await writeFile(path, content);
    expect((await problemsOf({ KUBECONFIG: path }))[0]).toContain(expected);
  });

  it('says why the folder cannot be used', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect((await problemsOf({ PROMONTORY_HOME: join(file, 'below') }))[0]).toBe(
      `PROMONTORY_HOME is "${join(file, 'below')}": it is, or lies below, a file. Give it a folder that this user can write to.`,
    );
  });

  it.skipIf(process.getuid?.() === 0)('says that the folder cannot be written to', async () => {
    const closed = await mkdtemp(join(folder, 'closed-'));
    await chmod(closed, 0o500);
    expect((await problemsOf({ PROMONTORY_HOME: closed }))[0]).toContain('it cannot be written to');
  });

  it('tells all problems at once', async () => {
    expect(await problemsOf({ PORT: 'x', PROMONTORY_HOST: 'example.org', DATABASE_URL: 'y' })).toHaveLength(
      3,
    );
  });
});
