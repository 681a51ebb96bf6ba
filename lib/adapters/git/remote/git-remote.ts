import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { RepositoryCredentials } from '@/lib/engine/ports/git-repository';
import { parseLsRemote, type RemoteRef } from '../command/parse-git-output';
import { redactUrl } from '../command/redact-url';
import { runGit, type GitCommand } from '../command/run-git';
import { gitEnvironment } from './git-environment';

export interface RemoteState {
  refs: RemoteRef[];
}

/** Milliseconds that one look at, and one fetch from, a remote may take. */
export interface RemoteLimits {
  listMs: number;
  fetchMs: number;
}

export const DEFAULT_REMOTE_LIMITS: RemoteLimits = { listMs: 30_000, fetchMs: 120_000 };

const REFSPECS = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];

/** What a repository's server is asked. Every error names the repository, never a credential. */
export class GitRemote {
  readonly url: string;
  readonly #secrets: string;
  readonly #limits: RemoteLimits;
  credentials: RepositoryCredentials | undefined;

  constructor(url: string, secretsFolder: string, limits: RemoteLimits) {
    this.url = url;
    this.#secrets = secretsFolder;
    this.#limits = limits;
  }

  async listRefs(): Promise<RemoteState> {
    const output = await this.#run('failed to list refs', {
      args: ['ls-remote', '--', this.url],
      timeoutMs: this.#limits.listMs,
    });
    return { refs: parseLsRemote(output.toString('utf8')) };
  }

  /** Branches and tags into the mirror; refs that are gone there go here too. */
  async fetchRefs(gitDir: string): Promise<void> {
    await this.#fetch(gitDir, ['--prune', '--force'], REFSPECS);
  }

  /** One commit that no branch or tag reaches (a pull request's, or one that was force-pushed away). */
  async fetchCommit(gitDir: string, sha: string): Promise<void> {
    // A ref of its own keeps the commit from being collected.
    await this.#fetch(gitDir, [], [`+${sha}:refs/promontory/commits/${sha}`]);
  }

  async #fetch(gitDir: string, flags: string[], refspecs: string[]): Promise<void> {
    await this.#run('failed to fetch', {
      args: [
        'fetch',
        '--quiet',
        '--no-auto-gc',
        '--no-tags',
        '--no-write-fetch-head',
        '--no-recurse-submodules',
        ...flags,
        '--',
        this.url,
        ...refspecs,
      ],
      gitDir,
      timeoutMs: this.#limits.fetchMs,
    });
  }

  async #run(what: string, command: GitCommand): Promise<Buffer> {
    const environment = await gitEnvironment(this.#secrets, this.credentials);
    try {
      return await runGit({ ...command, env: environment.env });
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      throw new AdapterError(`${what}: ${error.message} (repository ${redactUrl(this.url)})`, {
        retry: error.retry,
        ...(error.reason ? { reason: error.reason } : {}),
        cause: error,
      });
    } finally {
      await environment.dispose();
    }
  }
}
