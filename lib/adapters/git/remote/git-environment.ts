import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RepositoryCredentials } from '@/lib/engine/ports/git-repository';

/** Asks its environment, so that no secret stands on a command line or in a file. */
const ASKPASS =
  '#!/bin/sh\ncase "$1" in Username*) printf %s "$PROMONTORY_GIT_USERNAME";; *) printf %s "$PROMONTORY_GIT_PASSWORD";; esac\n';

export interface GitEnvironment {
  env: Record<string, string>;
  /** Removes key files. */
  dispose(): Promise<void>;
}

/** Environment by which git finds the credentials of one repository. `folder` is private to the server. */
export async function gitEnvironment(
  folder: string,
  credentials: RepositoryCredentials | undefined,
): Promise<GitEnvironment> {
  if (!credentials) return { env: { GIT_SSH_COMMAND: sshCommand() }, dispose: () => Promise.resolve() };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = await mkdtemp(path.join(folder, 'credentials-'));
  const env: Record<string, string> = {};
  if (credentials.username || credentials.password) {
    const askpass = path.join(own, 'askpass');
    await writeFile(askpass, ASKPASS, { mode: 0o700 });
    env['GIT_ASKPASS'] = askpass;
    env['PROMONTORY_GIT_USERNAME'] = credentials.username ?? 'git';
    env['PROMONTORY_GIT_PASSWORD'] = credentials.password ?? '';
  }
  if (credentials.insecure) env['GIT_SSL_NO_VERIFY'] = 'true';
  env['GIT_SSH_COMMAND'] = await sshCommandFor(own, credentials);
  return { env, dispose: () => rm(own, { recursive: true, force: true }) };
}

async function sshCommandFor(
  folder: string,
  { sshPrivateKey, knownHosts, insecure }: RepositoryCredentials,
): Promise<string> {
  const options: string[] = [];
  if (sshPrivateKey) {
    const key = path.join(folder, 'key');
    await writeFile(key, sshPrivateKey.endsWith('\n') ? sshPrivateKey : `${sshPrivateKey}\n`, {
      mode: 0o600,
    });
    await chmod(key, 0o600);
    options.push('-i', quote(key), '-o', 'IdentitiesOnly=yes');
  }
  const hosts = path.join(folder, 'known_hosts');
  await writeFile(hosts, knownHosts ?? '', { mode: 0o600 });
  options.push(
    '-o',
    `UserKnownHostsFile=${quote(hosts)}`,
    '-o',
    `StrictHostKeyChecking=${insecure ? 'no' : 'yes'}`,
  );
  return sshCommand(options);
}

function sshCommand(options: string[] = []): string {
  return ['ssh', '-F', '/dev/null', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=20', ...options].join(' ');
}

/** git splits GIT_SSH_COMMAND with a shell. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
