import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes the state folder and writes to it once. */
export async function checkHome(home: string): Promise<string | undefined> {
  const probe = join(home, `.write-probe-${process.pid}`);
  try {
    await mkdir(home, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = await reason(home, code ?? String(error));
    return `PROMONTORY_HOME is "${home}": ${why}. Give it a folder that this user can write to.`;
  }
}

async function reason(home: string, code: string): Promise<string> {
  const isFile = await stat(home).then(
    (found) => !found.isDirectory(),
    () => false,
  );
  if (isFile || code === 'EEXIST' || code === 'ENOTDIR') return 'it is, or lies below, a file';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'it cannot be written to';
  if (code === 'ENOSPC') return 'the disk is full';
  return `it cannot be used (${code})`;
}
