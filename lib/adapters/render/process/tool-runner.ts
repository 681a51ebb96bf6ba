import { mkdir, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import { findTool, type ToolName, type ToolSearch } from '../tools/find-tool';
import { Slots } from './slots';
import { spawnTool } from './spawn-tool';

export interface ToolRun {
  cwd: string;
  signal: AbortSignal;
  /** A folder of this machine that errors show as `<path to cached source>`; `cwd` unless given. */
  hidden?: string;
  /** The command as a person would write it, for errors. */
  shownAs: string;
  env?: Record<string, string>;
}

export interface ToolLimits {
  timeoutMs: number;
  outputBytes: number;
}

const DEFAULT_TOOL_LIMITS: ToolLimits = { timeoutMs: 90_000, outputBytes: 128 * 1024 * 1024 };

const NETWORK_VARIABLES = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** Runs helm, kustomize and jsonnet, a few at a time, each in a folder of its own with nothing of this machine's settings. */
export class ToolRunner {
  readonly #search: ToolSearch;
  readonly #work: string;
  readonly #limits: ToolLimits;
  #cleaning: Promise<void> | undefined;
  readonly #network: Record<string, string>;
  readonly #slots = new Slots(Math.max(2, cpus().length));
  /** Children started so far, by tool. */
  readonly started: Partial<Record<ToolName, number>> = {};

  constructor(options: {
    search: ToolSearch;
    workFolder: string;
    limits?: ToolLimits;
    /** Of it only what the network needs is passed on. */
    environment?: Readonly<Record<string, string | undefined>>;
  }) {
    this.#search = options.search;
    this.#work = options.workFolder;
    this.#limits = options.limits ?? DEFAULT_TOOL_LIMITS;
    this.#network = Object.fromEntries(
      NETWORK_VARIABLES.flatMap((name) => {
        const value = options.environment?.[name];
        return value ? [[name, value]] : [];
      }),
    );
  }

  async workFolder(): Promise<string> {
    try {
      // What a process that was killed left there.
      this.#cleaning ??= rm(this.#work, { recursive: true, force: true });
      await this.#cleaning;
      await mkdir(this.#work, { recursive: true, mode: 0o700 });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AdapterError(`the folder for rendering cannot be written: ${reason}`, {
        retry: 'retryable',
        cause: error,
      });
    }
    return this.#work;
  }

  /** Standard output. Throws `AdapterError` "`<command>` failed exit status N: <standard error>", as Argo CD words it. */
  async run(name: ToolName, args: string[], run: ToolRun): Promise<string> {
    const tool = await findTool(name, this.#search);
    return this.#slots.use(run.signal, async () => {
      this.started[name] = (this.started[name] ?? 0) + 1;
      return spawnTool({
        command: tool.command,
        args: [...tool.prefix, ...args],
        cwd: run.cwd,
        env: {
          PATH: this.#search.searchPath,
          HOME: path.join(this.#work, 'home'),
          HELM_CACHE_HOME: path.join(this.#work, 'home', 'helm-cache'),
          HELM_CONFIG_HOME: path.join(this.#work, 'home', 'helm-config'),
          HELM_DATA_HOME: path.join(this.#work, 'home', 'helm-data'),
          GIT_TERMINAL_PROMPT: '0',
          ...this.#network,
          ...run.env,
        },
        shownAs: run.shownAs,
        hidden: run.hidden ?? run.cwd,
        signal: run.signal,
        ...this.#limits,
      });
    });
  }
}
