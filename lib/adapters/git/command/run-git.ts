import { spawn } from 'node:child_process';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import { classifyGitError } from './classify-git-error';
import { redactUrl } from './redact-url';

export interface GitCommand {
  args: string[];
  /** Bare repository; passed as `--git-dir`. */
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
const SAFE_CONFIG = ['core.hooksPath=/dev/null', 'gc.auto=0', 'protocol.ext.allow=never', 'safe.directory=*'];

export function gitArguments(args: string[], gitDir?: string): string[] {
  return [
    ...SAFE_CONFIG.flatMap((setting) => ['-c', setting]),
    ...(gitDir ? [`--git-dir=${gitDir}`] : []),
    ...args,
  ];
}

const PASSED_ON = [
  'PATH',
  'HOME',
  'TMPDIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
];

export function gitProcessEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
  // Next.js declares NODE_ENV as required; git needs none.
  return { ...own, ...SAFE_ENV, ...extra } as unknown as NodeJS.ProcessEnv;
}

/**
 * Runs git without a shell. Throws `AdapterError` with git's own words, credentials taken out; when aborted, the
 * signal's reason. On time-out, abort or too much output git and the helpers that it started are killed together.
 */
export async function runGit(command: GitCommand): Promise<Buffer> {
  const { args, gitDir, env, input, timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES } = command;
  command.signal?.throwIfAborted();
  const outcome = await new Promise<Outcome>((resolve) => {
    const child = spawn('git', gitArguments(args, gitDir), {
      env: gitProcessEnvironment(env),
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own: git's transport helpers must not outlive it.
      detached: true,
    });
    const outcome: Outcome = { output: [], errors: '', end: { kind: 'exit', code: -1 } };
    const stop = (end: Outcome['end']) => {
      if (outcome.end.kind === 'exit') outcome.end = end;
      killGroup(child.pid);
    };
    const timer = setTimeout(() => stop({ kind: 'timeout' }), timeoutMs);
    const abort = () => stop({ kind: 'aborted' });
    command.signal?.addEventListener('abort', abort, { once: true });
    let size = 0;
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) stop({ kind: 'too-large' });
      else outcome.output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (outcome.errors.length < 16_384) outcome.errors += chunk.toString('utf8');
    });
    const settle = () => {
      clearTimeout(timer);
      command.signal?.removeEventListener('abort', abort);
      resolve(outcome);
    };
    child.on('error', (error) => {
      outcome.end = { kind: 'failed', error };
      settle();
    });
    child.on('close', (code) => {
      if (outcome.end.kind === 'exit') outcome.end = { kind: 'exit', code: code ?? -1 };
      settle();
    });
  });
  return settled(outcome, command, timeoutMs, maxBytes);
}

interface Outcome {
  output: Buffer[];
  errors: string;
  end:
    | { kind: 'exit'; code: number }
    | { kind: 'timeout' | 'aborted' | 'too-large' }
    | { kind: 'failed'; error: Error };
}

function settled(outcome: Outcome, command: GitCommand, timeoutMs: number, maxBytes: number): Buffer {
  const what = `git ${command.args.find((each) => !each.startsWith('-')) ?? ''}`;
  const { end } = outcome;
  switch (end.kind) {
    case 'exit':
      if (end.code === 0) return Buffer.concat(outcome.output);
      throw classifyGitError(redactUrl(outcome.errors.trim()), command.args);
    case 'timeout':
      throw new AdapterError(
        `${what} did not finish within ${timeoutMs / 1000} s: the repository hangs or is too slow`,
        {
          retry: 'retryable',
          reason: 'Timeout',
        },
      );
    case 'aborted':
      throw command.signal?.reason;
    case 'too-large':
      throw new AdapterError(`${what} answered more than ${Math.round(maxBytes / 1048576)} MiB`, {
        retry: 'terminal',
        reason: 'OutputTooLarge',
      });
    case 'failed':
      throw failedToStart(end.error, what);
  }
}

function failedToStart(error: Error, what: string): AdapterError {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  return isMissing
    ? new AdapterError('git is not installed: install it and put it on PATH', {
        retry: 'terminal',
        reason: 'NoGit',
        cause: error,
      })
    : new AdapterError(`${what} could not be run: ${error.message}`, { retry: 'retryable', cause: error });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
