import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type {
  CommitInfo,
  GitRepository,
  RepositoryCredentials,
  TreeEntry,
} from '@/lib/engine/ports/git-repository';
import { Checkouts } from './checkouts';
import { gitEnvironment } from './git-environment';
import {
  COMMIT_FORMAT,
  parseBatch,
  parseCommits,
  parseLsRemote,
  parseLsTree,
  type RemoteRef,
} from './parse-git-output';
import { redactUrl } from './redact-url';
import { resolveTarget } from './resolve-target';
import { runGit, type GitCommand } from './run-git';
import { SingleFlight } from './single-flight';

const FULL_SHA = /^[0-9a-f]{40}$/;
const LS_REMOTE_TIMEOUT_MS = 30_000;
const REFSPECS = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];

interface RemoteState {
  refs: RemoteRef[];
  head: string | undefined;
}

/** One bare mirror on disk: all objects of a repository, read without a working tree. */
export class BareMirror implements GitRepository {
  readonly url: string;
  readonly #directory: string;
  readonly #secrets: string;
  #credentials: RepositoryCredentials | undefined;
  #remote: RemoteState | undefined;
  readonly #lookUp = new SingleFlight(() => this.#askRemote());
  readonly #fetching = new SingleFlight(() => this.#fetchAll());
  readonly #checkouts: Checkouts;

  constructor(url: string, directory: string, credentials: RepositoryCredentials | undefined) {
    this.url = url;
    this.#directory = path.join(directory, 'mirror.git');
    this.#secrets = path.join(directory, 'secrets');
    this.#credentials = credentials;
    this.#checkouts = new Checkouts(path.join(directory, 'checkouts'), (args, env) =>
      this.#git({ args, ...(env ? { env } : {}) }),
    );
  }

  /** Credentials may change while the mirror stays. */
  setCredentials(credentials: RepositoryCredentials | undefined): void {
    this.#credentials = credentials;
  }

  async fetch(): Promise<void> {
    await this.#lookUp.fresh();
    await this.#fetching.fresh();
  }

  async listRefs(): Promise<RemoteRef[]> {
    return (await this.#lookUp.fresh()).refs;
  }

  async resolveRevision(
    revision: string,
    options: { refresh?: boolean } = {},
    signal?: AbortSignal,
  ): Promise<string> {
    if (FULL_SHA.test(revision)) {
      if (!(await this.#has(revision, signal))) await this.#fetchCommit(revision, signal);
      return revision;
    }
    const { refs, head } = options.refresh || !this.#remote ? await this.#lookUp.fresh() : this.#remote;
    const sha = resolveTarget(revision, refs, head) ?? (await this.#abbreviated(revision, signal));
    if (!sha) {
      throw new AdapterError(`unable to resolve '${revision}' to a commit SHA: revision not found`, {
        retry: 'terminal',
        reason: 'RevisionNotFound',
      });
    }
    if (!(await this.#has(sha, signal))) await this.#fetchCommit(sha, signal);
    return sha;
  }

  async objectAt(sha: string, at: string, signal?: AbortSignal) {
    if (at === '' || at === '.') {
      const oid = (await this.#git({ args: ['rev-parse', `${sha}^{tree}`], signal })).toString('utf8').trim();
      return { oid, type: 'tree' as const };
    }
    const clean = at.replace(/^\/+|\/+$/g, '');
    const [entry] = parseLsTree(
      (await this.#git({ args: ['ls-tree', '-z', '--long', sha, '--', clean], signal })).toString('utf8'),
    );
    return entry && entry.path === clean ? { oid: entry.oid, type: entry.type } : undefined;
  }

  async listTree(
    sha: string,
    at: string,
    { recursive }: { recursive: boolean },
    signal?: AbortSignal,
  ): Promise<TreeEntry[]> {
    const clean = at.replace(/^\/+|\/+$/g, '').replace(/^\.$/, '');
    const args = [
      'ls-tree',
      '-z',
      '--long',
      ...(recursive ? ['-r'] : []),
      sha,
      ...(clean ? ['--', `${clean}/`] : []),
    ];
    return parseLsTree((await this.#git({ args, signal })).toString('utf8'));
  }

  async readBlobs(oids: readonly string[], signal?: AbortSignal): Promise<Buffer[]> {
    if (oids.length === 0) return [];
    const output = await this.#git({ args: ['cat-file', '--batch'], input: `${oids.join('\n')}\n`, signal });
    return parseBatch(output).map((content, index) => {
      if (!content)
        throw new AdapterError(`object ${oids[index] ?? ''} is missing in ${redactUrl(this.url)}`, {
          retry: 'retryable',
          reason: 'ObjectMissing',
        });
      return content;
    });
  }

  async readFile(sha: string, at: string, signal?: AbortSignal): Promise<Buffer | undefined> {
    const object = await this.objectAt(sha, at, signal);
    if (object?.type !== 'blob') return undefined;
    return (await this.readBlobs([object.oid], signal))[0];
  }

  async commitInfo(sha: string, signal?: AbortSignal): Promise<CommitInfo> {
    const [commit] = parseCommits(
      (
        await this.#git({ args: ['log', '-1', `--format=${COMMIT_FORMAT}`, '--decorate=short', sha], signal })
      ).toString('utf8'),
    );
    if (!commit)
      throw new AdapterError(`commit ${sha} is missing`, { retry: 'retryable', reason: 'ObjectMissing' });
    return commit;
  }

  async log(
    options: { from?: string; to: string; paths?: string[]; limit: number },
    signal?: AbortSignal,
  ): Promise<CommitInfo[]> {
    const range = options.from ? `${options.from}..${options.to}` : options.to;
    const args = [
      'log',
      `-n${options.limit}`,
      `--format=${COMMIT_FORMAT}`,
      '--decorate=short',
      range,
      ...(options.paths ? ['--', ...options.paths] : []),
    ];
    return parseCommits((await this.#git({ args, signal })).toString('utf8'));
  }

  checkout(sha: string): Promise<{ directory: string; release(): Promise<void> }> {
    return this.#checkouts.acquire(sha);
  }

  async #git(command: Omit<GitCommand, 'gitDir'>): Promise<Buffer> {
    await this.#ensureMirror();
    return runGit({ ...command, gitDir: this.#directory });
  }

  async #ensureMirror(): Promise<void> {
    if (existsSync(path.join(this.#directory, 'HEAD'))) return;
    const fresh = `${this.#directory}.${process.pid}.new`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(path.dirname(fresh), { recursive: true });
    await runGit({ args: ['init', '--bare', '--quiet', fresh] });
    await rename(fresh, this.#directory).catch(async (error: unknown) => {
      await rm(fresh, { recursive: true, force: true });
      if (!existsSync(path.join(this.#directory, 'HEAD'))) throw error;
    });
  }

  async #askRemote(): Promise<RemoteState> {
    const output = await this.#remoteGit({
      args: ['ls-remote', '--symref', '--', this.url],
      timeoutMs: LS_REMOTE_TIMEOUT_MS,
    });
    this.#remote = parseLsRemote(output.toString('utf8'));
    return this.#remote;
  }

  async #fetchAll(): Promise<void> {
    await this.#ensureMirror();
    const args = [
      'fetch',
      '--quiet',
      '--prune',
      '--force',
      '--no-auto-gc',
      '--no-recurse-submodules',
      '--',
      this.url,
      ...REFSPECS,
    ];
    try {
      await this.#remoteGit({ args, gitDir: this.#directory });
    } catch (error) {
      if (!(error instanceof AdapterError) || error.reason !== 'GitFailed') throw error;
      // A mirror that a crash or a full disk left broken is worth nothing: make it anew, once.
      await rm(this.#directory, { recursive: true, force: true });
      await this.#ensureMirror();
      await this.#remoteGit({ args, gitDir: this.#directory });
    }
  }

  /** Branches and tags first; a commit that none of them reaches is asked for by its hash. */
  async #fetchCommit(sha: string, signal: AbortSignal | undefined): Promise<void> {
    await this.#fetching.fresh();
    if (await this.#has(sha, signal)) return;
    const args = ['fetch', '--quiet', '--no-auto-gc', '--', this.url, sha];
    await this.#remoteGit({ args, gitDir: this.#directory, signal }).catch((error: unknown) => {
      throw new AdapterError(`unable to resolve '${sha}' to a commit SHA: revision not found`, {
        retry: 'terminal',
        reason: 'RevisionNotFound',
        cause: error,
      });
    });
  }

  async #remoteGit(command: GitCommand): Promise<Buffer> {
    const environment = await gitEnvironment(this.#secrets, this.#credentials);
    try {
      return await runGit({ ...command, env: environment.env });
    } finally {
      await environment.dispose();
    }
  }

  async #has(sha: string, signal: AbortSignal | undefined): Promise<boolean> {
    return this.#git({ args: ['cat-file', '-e', `${sha}^{commit}`], signal }).then(
      () => true,
      () => false,
    );
  }

  async #abbreviated(revision: string, signal: AbortSignal | undefined): Promise<string | undefined> {
    if (!/^[0-9a-f]{7,39}$/.test(revision)) return undefined;
    await this.#fetching.fresh();
    const output = await this.#git({
      args: ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`],
      signal,
    }).catch(() => undefined);
    return output?.toString('utf8').trim();
  }
}
