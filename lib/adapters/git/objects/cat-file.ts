import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import { gitArguments, gitProcessEnvironment } from '../command/run-git';

export interface GitObject {
  oid: string;
  type: string;
  size: number;
  /** Empty for a process that only checks. */
  content: Buffer;
}

interface Waiting {
  resolve: (object: GitObject | undefined) => void;
  reject: (error: unknown) => void;
}

type Mode = '--batch' | '--batch-check';

/** Milliseconds without a question after which the process is let go. */
const IDLE_MS = 30_000;
/** One object larger than this is never read whole. */
const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

/** A long-lived `git cat-file`: one process answers every look at a mirror's objects, in the order of the questions. */
export class CatFile {
  readonly #gitDir: string;
  readonly #mode: Mode;
  #child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  #waiting: Waiting[] = [];
  #buffer: Buffer[] = [];
  #buffered = 0;
  /** Bytes to come before the next answer is whole. */
  #needed = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(gitDir: string, mode: Mode) {
    this.#gitDir = gitDir;
    this.#mode = mode;
  }

  /** `name` is an object id or `<commit>^{tree}`; undefined where there is no such object. */
  ask(name: string): Promise<GitObject | undefined> {
    if (/[\n\0]/.test(name)) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      const child = this.#start();
      this.#waiting.push({ resolve, reject });
      child.stdin.write(`${name}\n`);
    });
  }

  close(): void {
    this.#fail(new AdapterError('the repository was closed', { retry: 'retryable', reason: 'Closed' }));
  }

  #start(): ChildProcessByStdio<Writable, Readable, null> {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.#waiting.length === 0) this.close();
    }, IDLE_MS).unref();
    if (this.#child) return this.#child;
    const child = spawn('git', gitArguments(['cat-file', this.#mode], this.#gitDir), {
      env: gitProcessEnvironment(),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child = child;
    // A reader alone keeps no program alive.
    child.unref();
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => {
      if (this.#child === child) this.#take(chunk);
    });
    const gone = (error: unknown) => {
      if (this.#child === child) this.#fail(error);
    };
    child.on('error', gone);
    child.on('close', () =>
      gone(new AdapterError('git cat-file ended', { retry: 'retryable', reason: 'MirrorUnreadable' })),
    );
    return child;
  }

  #fail(error: unknown): void {
    clearTimeout(this.#idle);
    const { waiting, child } = { waiting: this.#waiting, child: this.#child };
    this.#child = undefined;
    this.#waiting = [];
    this.#buffer = [];
    this.#buffered = 0;
    this.#needed = 0;
    child?.stdout.destroy();
    child?.kill('SIGKILL');
    for (const each of waiting) each.reject(error);
  }

  #take(chunk: Buffer): void {
    this.#buffer.push(chunk);
    this.#buffered += chunk.length;
    while (this.#waiting.length > 0 && this.#buffered >= Math.max(1, this.#needed)) {
      const bytes = this.#buffer.length === 1 ? (this.#buffer[0] ?? chunk) : Buffer.concat(this.#buffer);
      this.#buffer = [bytes];
      const used = this.#answer(bytes);
      if (used === undefined) return;
      this.#needed = 0;
      this.#buffered -= used;
      this.#buffer = this.#buffered > 0 ? [bytes.subarray(used)] : [];
    }
  }

  /** Hands the first whole answer over; its length, or undefined when more must come. */
  #answer(bytes: Buffer): number | undefined {
    const end = bytes.indexOf(10);
    if (end < 0) return undefined;
    const [oid = '', type = '', length] = bytes.toString('utf8', 0, end).split(' ');
    // `<name> missing`, `<name> ambiguous`: names hold no space.
    if (length === undefined || type === 'missing') {
      this.#waiting.shift()?.resolve(undefined);
      return end + 1;
    }
    const size = Number(length);
    if (this.#mode === '--batch-check') {
      this.#waiting.shift()?.resolve({ oid, type, size, content: Buffer.alloc(0) });
      return end + 1;
    }
    if (size > MAX_OBJECT_BYTES) {
      this.#fail(tooLarge(oid, size));
      return undefined;
    }
    this.#needed = end + 1 + size + 1;
    if (bytes.length < this.#needed) return undefined;
    const content = Buffer.from(bytes.subarray(end + 1, end + 1 + size));
    this.#waiting.shift()?.resolve({ oid, type, size, content });
    return this.#needed;
  }
}

function tooLarge(oid: string, size: number): AdapterError {
  const limit = MAX_OBJECT_BYTES / 1048576;
  return new AdapterError(
    `object ${oid} has ${Math.round(size / 1048576)} MiB; files over ${limit} MiB are not read`,
    {
      retry: 'terminal',
      reason: 'OutputTooLarge',
    },
  );
}
