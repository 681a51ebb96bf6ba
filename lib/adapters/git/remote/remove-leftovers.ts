import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * What a process that was killed leaves in a repository's folder: key files, working trees, half-made mirrors and lock
 * files, which would make git refuse to work. Called once, before the first use.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  await Promise.all(
    ['secrets', 'checkouts'].map((name) => rm(path.join(folder, name), { recursive: true, force: true })),
  ).catch(() => undefined);
  for (const name of await namesIn(folder)) {
    if (/^mirror\.git\.\d+\.new$/.test(name))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
  const mirror = path.join(folder, 'mirror.git');
  const locks = [
    ...(await namesIn(mirror)),
    ...(await namesIn(path.join(mirror, 'refs'), true)).map((name) => path.join('refs', name)),
  ].filter((name) => name.endsWith('.lock'));
  await Promise.all(locks.map((name) => rm(path.join(mirror, name), { force: true })));
}

function namesIn(folder: string, recursive = false): Promise<string[]> {
  return readdir(folder, { recursive }).catch(() => []);
}
