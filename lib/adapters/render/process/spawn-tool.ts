import { spawn } from 'node:child_process';
import { AdapterError } from '@/lib/engine/ports/adapter-error';

export interface SpawnedTool {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  shownAs: string;
  /** A folder of this machine, shown as `<path to cached source>`. */
  hidden: string;
  signal: AbortSignal;
  timeoutMs: number;
  outputBytes: number;
}

type End =
  | { kind: 'exit'; code: number }
  | { kind: 'timeout' | 'aborted' | 'too-large' }
  | { kind: 'failed'; error: Error };

/** Runs a program without a shell in a process group of its own, which dies as a whole on time-out, abort or too much output. */
export async function spawnTool(tool: SpawnedTool): Promise<string> {
  tool.signal.throwIfAborted();
  const { end, output, errors } = await ended(tool);
  switch (end.kind) {
    case 'exit':
      if (end.code === 0) return output;
      throw new AdapterError(
        `\`${tool.shownAs}\` failed exit status ${end.code}: ${shown(`${errors}\n${output.length < 4_000 ? output : ''}`, tool.hidden)}`,
        {
          retry: 'terminal',
          reason: 'RenderFailed',
        },
      );
    case 'timeout':
      throw new AdapterError(
        `\`${tool.shownAs}\` did not finish within ${tool.timeoutMs / 1000} s and was stopped`,
        {
          retry: 'retryable',
          reason: 'Timeout',
        },
      );
    case 'too-large': {
      const limit = Math.round(tool.outputBytes / 1048576);
      throw new AdapterError(`\`${tool.shownAs}\` wrote more than ${limit} MiB and was stopped`, {
        retry: 'terminal',
        reason: 'OutputTooLarge',
      });
    }
    case 'aborted':
      throw tool.signal.reason;
    case 'failed':
      throw new AdapterError(`\`${tool.shownAs}\` could not be started: ${end.error.message}`, {
        retry: 'retryable',
        cause: end.error,
      });
  }
}

function ended(tool: SpawnedTool): Promise<{ end: End; output: string; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(tool.command, tool.args, {
      cwd: tool.cwd,
      // Next.js declares NODE_ENV as required; the tools need none.
      env: tool.env as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let end: End | undefined;
    const stop = (why: End) => {
      end ??= why;
      if (child.pid !== undefined) killGroup(child.pid);
    };
    const timer = setTimeout(() => stop({ kind: 'timeout' }), tool.timeoutMs);
    const abort = () => stop({ kind: 'aborted' });
    tool.signal.addEventListener('abort', abort, { once: true });
    const output: Buffer[] = [];
    let size = 0;
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > tool.outputBytes) stop({ kind: 'too-large' });
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < 32_768) errors += chunk.toString('utf8');
    });
    const settle = (last: End) => {
      clearTimeout(timer);
      tool.signal.removeEventListener('abort', abort);
      resolve({ end: end ?? last, output: Buffer.concat(output).toString('utf8'), errors });
    };
    child.on('error', (error) => settle({ kind: 'failed', error }));
    child.on('close', (code) => settle({ kind: 'exit', code: code ?? -1 }));
  });
}

function shown(errors: string, hidden: string): string {
  return errors.trim().replaceAll(hidden, '<path to cached source>') || 'no message';
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
