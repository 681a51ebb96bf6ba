import { resolve } from 'node:path';
import { z } from 'zod';
import { checkDatabaseUrl } from './env/check-database-url';
import { checkHome } from './env/check-home';
import { checkKubeconfig } from './env/check-kubeconfig';
import { isLoopbackHost, readAllowedHosts } from './http/security/check-host';

const ROLES = ['all', 'web', 'engine'] as const;

export interface Env {
  /** 0 lets the system choose. */
  port: number;
  /** Address to listen on; loopback until sign-in is configured. */
  host: string;
  allowedHosts: string[];
  /** Absolute path of the state folder; exists and is writable. */
  home: string;
  databaseUrl: string | null;
  /** Absolute paths of existing kubeconfig files; null when the variable is not set. */
  kubeconfig: string[] | null;
  role: (typeof ROLES)[number];
}

/** One sentence per wrong variable: what it is, what is wrong with it, what to do. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

type Source = Record<string, string | undefined>;

/** Reads and checks the environment; throws `EnvError` with every problem at once. Makes the state folder. */
export async function readEnv(source: Source = process.env): Promise<Env> {
  const home = resolve(source['PROMONTORY_HOME'] || '.promontory');
  const kubeconfig =
    source['KUBECONFIG']
      ?.split(':')
      .filter(Boolean)
      .map((each) => resolve(each)) ?? [];
  const databaseUrl = source['DATABASE_URL'] || null;
  const values = {
    port: readPort(source['PORT']),
    host: readHost(source['PROMONTORY_HOST']),
    role: readRole(source['PROMONTORY_ROLE']),
  };
  const checks = await Promise.all([checkHome(home), ...kubeconfig.map(checkKubeconfig)]);
  const problems = [
    ...Object.values(values).map(({ problem }) => problem),
    databaseUrl ? checkDatabaseUrl(databaseUrl) : undefined,
    ...checks,
  ].filter((each) => each !== undefined);
  if (problems.length > 0) throw new EnvError(problems);
  return {
    port: values.port.value,
    host: values.host.value,
    role: values.role.value,
    allowedHosts: readAllowedHosts(source['PROMONTORY_ALLOWED_HOSTS']),
    home,
    databaseUrl,
    kubeconfig: kubeconfig.length > 0 ? kubeconfig : null,
  };
}

interface Reading<T> {
  value: T;
  problem?: string;
}

function readPort(value = ''): Reading<number> {
  const port = z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .safeParse(value || '3000');
  if (port.success) return { value: port.data };
  return {
    value: 0,
    problem: `PORT is "${value}": it must be a number from 0 to 65535. Set PORT=3000 or leave it out.`,
  };
}

function readHost(value = ''): Reading<string> {
  const host = value || '127.0.0.1';
  if (isLoopbackHost(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host))
    return { value: host };
  return {
    value: host,
    problem: `PROMONTORY_HOST is "${value}": other machines could reach Promontory, and nobody has to sign in yet. Leave it out (127.0.0.1) and use a tunnel, such as "ssh -L" or "kubectl port-forward".`,
  };
}

function readRole(value = ''): Reading<Env['role']> {
  const role = z.enum(ROLES).safeParse(value || 'all');
  if (role.success) return { value: role.data };
  return {
    value: 'all',
    problem: `PROMONTORY_ROLE is "${value}": it must be one of ${ROLES.join(', ')}. Leave it out for all.`,
  };
}
