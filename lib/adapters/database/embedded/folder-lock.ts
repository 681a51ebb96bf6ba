import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { AdapterError } from '@/lib/engine/ports/adapter-error';

interface Holder {
  pid: number;
  host: string;
  /** Tells a process from a later one with the same number; '' where the system does not say. */
  birth: string;
}

const ATTEMPTS = 3;

/**
 * Takes the folder for this process, or says which process has it. The lock of a process that died (kill −9) is taken over.
 * Returns what releases it.
 */
export async function lockFolder(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, 'promontory.lock');
  const mine = `${path}.${process.pid}`;
  const self: Holder = { pid: process.pid, host: hostname(), birth: await birthOf(process.pid) };
  await writeFile(mine, JSON.stringify(self));
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // A hard link appears whole or not at all, and only one process makes it.
      if (await isLinked(mine, path)) return () => rm(path, { force: true });
      const holder = await readHolder(path);
      if (holder && (await isAlive(holder))) throw taken(directory, holder);
      await rename(path, `${mine}.stale`).catch(() => undefined);
    }
    throw new AdapterError(`The lock ${path} cannot be taken.`, { retry: 'retryable', reason: 'Locked' });
  } finally {
    await rm(mine, { force: true });
    await rm(`${mine}.stale`, { force: true });
  }
}

function taken(directory: string, holder: Holder): AdapterError {
  return new AdapterError(
    `${directory} is in use by process ${holder.pid} on ${holder.host}. Stop that process, or give this one another folder with PROMONTORY_HOME.`,
    { retry: 'terminal', reason: 'Locked' },
  );
}

async function isLinked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  // Another machine on a shared disk: nothing can be known, so it is believed.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.birth === (await birthOf(holder.pid));
}

/** Start time of a process in clock ticks since boot (field 22 of /proc/<pid>/stat). */
async function birthOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
