import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isCommitSha, resolveRevision } from '@/lib/domain/revision/resolve-revision';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type {
  CommitInfo,
  GitRepository,
  RepositoryCredentials,
  TreeEntry,
} from '@/lib/engine/ports/git-repository';
import { Checkouts } from './checkouts';
import { COMMIT_FORMAT, parseCommits, type RemoteRef } from './command/parse-git-output';
import { redactUrl } from './command/redact-url';
import { runGit, type GitCommand } from './command/run-git';
import { ObjectReader, type FoundObject } from './objects/object-reader';
import { GitRemote, type RemoteLimits, type RemoteState } from './remote/git-remote';
import { SingleFlight } from './remote/single-flight';
import { removeLeftovers } from './remote/remove-leftovers';
import { untilAborted } from './remote/until-aborted';

/** What a crash or a failing disk leaves behind, in the words of errors below. */
const BROKEN = new Set(['MirrorUnreadable', 'ObjectMissing', 'GitFailed']);

/** One bare mirror on disk: all objects of a repository, read without a working tree. */
export class BareMirror implements GitRepository {
  readonly url: string;
  readonly #directory: string;
  readonly #remote: GitRemote;
  readonly #objects: ObjectReader;
  readonly #checkouts: Checkouts;
  #state: RemoteState | undefined;
  #making: Promise<void> | undefined;
  #cleaning: Promise<void> | undefined;
  readonly #lookUp = new SingleFlight(async () => (this.#state = await this.#remote.listRefs()));
  readonly #fetching = new SingleFlight(() => this.#fetchAll());
  readonly #rebuilding = new SingleFlight(() => this.#rebuild());

  constructor(url: string, directory: string, limits: RemoteLimits) {
    this.url = url;
    this.#directory = path.join(directory, 'mirror.git');
    this.#remote = new GitRemote(url, path.join(directory, 'secrets'), limits);
    this.#objects = new ObjectReader(this.#directory);
    this.#checkouts = new Checkouts(
      path.join(directory, 'checkouts'),
      (args, env) => this.#git({ args, ...(env ? { env } : {}) }),
      (sha) => this.#links(sha),
    );
  }

  /** Credentials may change while the mirror stays. */
  setCredentials(credentials: RepositoryCredentials | undefined): void {
    this.#remote.credentials = credentials;
  }

  async fetch(signal?: AbortSignal): Promise<void> {
    await untilAborted(this.#lookUp.fresh(), signal);
    await untilAborted(this.#fetching.fresh(), signal);
  }

  async listRefs(signal?: AbortSignal): Promise<RemoteRef[]> {
    return (await untilAborted(this.#lookUp.fresh(), signal)).refs;
  }

  async resolveRevision(
    revision: string,
    options: { refresh?: boolean } = {},
    signal?: AbortSignal,
  ): Promise<string> {
    if (isCommitSha(revision)) {
      await this.#ensureCommit(revision, signal);
      return revision;
    }
    const { refs } =
      options.refresh || !this.#state ? await untilAborted(this.#lookUp.fresh(), signal) : this.#state;
    const found = resolveRevision(revision, refs);
    const sha = found && !isCommitSha(found) ? await this.#abbreviated(found, signal) : found;
    if (!sha) throw this.#notFound(revision);
    await this.#ensureCommit(sha, signal);
    return sha;
  }

  async objectAt(sha: string, at: string): Promise<FoundObject | undefined> {
    return this.#reading(sha, () => this.#objects.objectAt(sha, at));
  }

  async listTree(sha: string, at: string, options: { recursive: boolean }): Promise<TreeEntry[]> {
    return this.#reading(sha, () => this.#objects.listTree(sha, at, options.recursive));
  }

  async readBlobs(oids: readonly string[]): Promise<Buffer[]> {
    return this.#reading(undefined, () => this.#objects.readBlobs(oids));
  }

  async readFile(sha: string, at: string): Promise<Buffer | undefined> {
    const object = await this.objectAt(sha, at);
    if (object?.type !== 'blob') return undefined;
    return (await this.readBlobs([object.oid]))[0];
  }

  async commitInfo(sha: string, signal?: AbortSignal): Promise<CommitInfo> {
    await this.#ensureCommit(sha, signal);
    const [commit] = await this.log({ to: sha, limit: 1 }, signal);
    if (!commit) throw this.#notFound(sha);
    return commit;
  }

  async log(
    options: { from?: string; to: string; paths?: string[]; limit: number },
    signal?: AbortSignal,
  ): Promise<CommitInfo[]> {
    const range = options.from ? `${options.from}..${options.to}` : options.to;
    const args = [
      'log',
      `--max-count=${options.limit}`,
      `--format=${COMMIT_FORMAT}`,
      '--decorate=short',
      '--end-of-options',
      range,
      '--',
      ...(options.paths ?? []),
    ];
    return parseCommits((await this.#git({ args, signal })).toString('utf8'));
  }

  async checkout(
    sha: string,
    signal?: AbortSignal,
  ): Promise<{ directory: string; release(): Promise<void> }> {
    await this.#ensureCommit(sha, signal);
    return this.#checkouts.acquire(sha);
  }

  /** Ends the readers; the mirror stays on disk. */
  close(): void {
    this.#objects.close();
  }

  async #git(command: Omit<GitCommand, 'gitDir'>): Promise<Buffer> {
    await this.#ensureMirror();
    return runGit({ ...command, gitDir: this.#directory });
  }

  async #ensureMirror(): Promise<void> {
    this.#cleaning ??= removeLeftovers(path.dirname(this.#directory));
    await this.#cleaning;
    if (existsSync(path.join(this.#directory, 'HEAD'))) return;
    this.#making ??= this.#makeMirror().finally(() => {
      this.#making = undefined;
    });
    await this.#making;
  }

  async #makeMirror(): Promise<void> {
    const fresh = `${this.#directory}.${process.pid}.new`;
    try {
      await rm(fresh, { recursive: true, force: true });
      await mkdir(path.dirname(fresh), { recursive: true });
      await runGit({ args: ['init', '--bare', '--quiet', '--template=', fresh] });
      await rm(this.#directory, { recursive: true, force: true });
      await rename(fresh, this.#directory);
    } catch (error) {
      await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
      if (existsSync(path.join(this.#directory, 'HEAD'))) return;
      const reason = error instanceof Error ? error.message : String(error);
      throw new AdapterError(`the folder for repository mirrors cannot be written: ${reason}`, {
        retry: 'retryable',
        reason: 'MirrorUnwritable',
        cause: error,
      });
    }
  }

  async #fetchAll(): Promise<void> {
    await this.#ensureMirror();
    try {
      await this.#remote.fetchRefs(this.#directory);
    } catch (error) {
      if (!isBroken(error)) throw error;
      await this.#rebuilding.fresh();
    }
  }

  /** A mirror that a crash or a full disk left broken is worth nothing: it is made anew. */
  async #rebuild(): Promise<void> {
    this.#objects.close();
    await rm(this.#directory, { recursive: true, force: true });
    await this.#ensureMirror();
    await this.#remote.fetchRefs(this.#directory);
  }

  async #reading<T>(sha: string | undefined, read: () => Promise<T>): Promise<T> {
    try {
      if (sha) await this.#ensureMirror();
      return await read();
    } catch (error) {
      if (!isBroken(error)) throw error;
      await this.#rebuilding.fresh();
      if (sha) await this.#ensureCommit(sha, undefined);
      return read();
    }
  }

  async #ensureCommit(sha: string, signal: AbortSignal | undefined): Promise<void> {
    await this.#ensureMirror();
    if (await this.#has(sha)) return;
    await untilAborted(this.#fetching.fresh(), signal);
    if (await this.#has(sha)) return;
    await untilAborted(this.#remote.fetchCommit(this.#directory, sha), signal).catch((error: unknown) => {
      throw signal?.aborted ? error : this.#notFound(sha, error);
    });
  }

  #has(sha: string): Promise<boolean> {
    return this.#objects.hasCommit(sha).catch(() => false);
  }

  async #abbreviated(revision: string, signal: AbortSignal | undefined): Promise<string | undefined> {
    await untilAborted(this.#fetching.fresh(), signal);
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const output = await this.#git({ args, signal }).catch(() => undefined);
    return output?.toString('utf8').trim().split('\n').at(-1);
  }

  async #links(sha: string): Promise<{ path: string; target: string }[]> {
    const links = (await this.listTree(sha, '', { recursive: true })).filter(
      (each) => each.type === 'symlink',
    );
    const targets = await this.readBlobs(links.map((each) => each.oid));
    return links.map((each, index) => ({ path: each.path, target: targets[index]?.toString('utf8') ?? '' }));
  }

  #notFound(revision: string, cause?: unknown): AdapterError {
    const where = redactUrl(this.url);
    return new AdapterError(
      `unable to resolve '${revision}' to a commit SHA: revision not found (repository ${where})`,
      { retry: 'terminal', reason: 'RevisionNotFound', ...(cause === undefined ? {} : { cause }) },
    );
  }
}

function isBroken(error: unknown): boolean {
  return error instanceof AdapterError && BROKEN.has(error.reason ?? '');
}
