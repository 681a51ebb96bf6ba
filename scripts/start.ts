import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvError, readEnv } from '@/lib/server/env';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const flags = new Set(process.argv.slice(2));
const isDemo = flags.has('--demo');
const isDevelopment = flags.has('--dev');

/** `npm run demo | start | dev`: checks the environment and the port, builds where needed, then becomes the Next.js server. */
async function main(): Promise<number> {
  process.chdir(root);
  if (isDemo) delete process.env['KUBECONFIG'];
  const env = await readEnv();
  const problem = await portProblem(env.port, env.host);
  if (problem) throw new EnvError([problem]);
  if (!existsSync('lib/adapters/database/generated')) await run('npm', ['run', '--silent', 'db:generate']);
  if (!isDevelopment && isBuildStale()) {
    console.log('Building Promontory once (about a minute)…');
    const code = await run('npx', ['next', 'build']);
    if (code !== 0) return code;
  }
  const extra =
    isDemo || (isDevelopment && !process.env['KUBECONFIG'])
      ? { PROMONTORY_DEMO: '1', PROMONTORY_POLL_SECONDS: process.env['PROMONTORY_POLL_SECONDS'] ?? '15' }
      : {};
  const reset = flags.has('--reset') ? { PROMONTORY_DEMO_RESET: '1' } : {};
  return run('npx', ['next', isDevelopment ? 'dev' : 'start', '-p', String(env.port), '-H', env.host], {
    ...extra,
    ...reset,
  });
}

/** No build yet, or a source file is newer than it. */
function isBuildStale(): boolean {
  if (!existsSync('.next/BUILD_ID')) return true;
  const built = statSync('.next/BUILD_ID').mtimeMs;
  const folders = ['app', 'components', 'lib', 'messages'];
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }));
  return files.some(
    (entry) => entry.isFile() && statSync(path.join(entry.parentPath, entry.name)).mtimeMs > built,
  );
}

function portProblem(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) =>
      resolve(
        `PORT ${port} on ${host} cannot be used (${error.message}); stop what uses it, or set PORT to another number.`,
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

function run(program: string, args: string[], extra: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: 'inherit',
      env: { ...process.env, PROMONTORY_ROOT: root, ...extra },
    });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
    child.on('exit', (code) => resolve(code ?? 0));
    child.on('error', (error) => {
      console.log(error.message);
      resolve(1);
    });
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.log(error instanceof EnvError ? error.message : String(error));
  process.exitCode = 1;
}
