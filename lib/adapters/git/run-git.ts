import { spawn } from 'node:child_process';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import { classifyGitError } from './classify-git-error';
import { redactUrl } from './redact-url';

export interface GitCommand {
  args: string[];
  /** Working directory or bare repository; passed as `--git-dir` when it is one. */
  gitDir?: string;
  env?: Record<string, string>;
  input?: string;
  timeoutMs?: number;
  /** Bytes of standard output after which the command is stopped. */
  maxBytes?: number;
  signal?: AbortSignal | undefined;
}

const DEFAULT_TIMEOUT_MS = 90_000;
const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;

/** Nothing may ask a question, read a user's configuration, or run a hook of a foreign repository. */
const SAFE_ENV = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LFS_SKIP_SMUDGE: '1',
  LC_ALL: 'C',
};
const SAFE_CONFIG = [
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'gc.auto=0',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'safe.directory=*',
];

/** Runs git without a shell. Throws `AdapterError` with git's own words, credentials taken out. */
export async function runGit(command: GitCommand): Promise<Buffer> {
  const { args, gitDir, env, input, timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES } = command;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = command.signal ? AbortSignal.any([command.signal, timeout]) : timeout;
  const child = spawn('git', [...SAFE_CONFIG, ...(gitDir ? [`--git-dir=${gitDir}`] : []), ...args], {
    // Next.js declares NODE_ENV as required; git needs none.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...SAFE_ENV,
      ...env,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGKILL',
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const output: Buffer[] = [];
  let size = 0;
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) child.kill('SIGKILL');
    else output.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (errors.length < 16_384) errors += chunk.toString('utf8');
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? -1));
  }).catch((error: unknown) => {
    throw failedToRun(error, args, timeout.aborted, timeoutMs, command.signal);
  });
  if (size > maxBytes)
    throw new AdapterError(`git ${args[0] ?? ''} answered more than ${Math.round(maxBytes / 1048576)} MiB`, {
      retry: 'terminal',
      reason: 'OutputTooLarge',
    });
  if (code !== 0) throw classifyGitError(redactUrl(errors.trim()), args);
  return Buffer.concat(output);
}

function failedToRun(
  error: unknown,
  args: string[],
  isTimeout: boolean,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): unknown {
  if (signal?.aborted) return signal.reason;
  const what = `git ${args[0] ?? ''}`;
  if (isTimeout)
    return new AdapterError(
      `${what} did not finish within ${timeoutMs / 1000} s; the repository may be hanging`,
      { retry: 'retryable', reason: 'Timeout' },
    );
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return new AdapterError('git is not installed: install it and put it on PATH', {
      retry: 'terminal',
      reason: 'NoGit',
      cause: error,
    });
  }
  return new AdapterError(
    `${what} could not be run: ${error instanceof Error ? error.message : String(error)}`,
    { retry: 'retryable', cause: error },
  );
}
