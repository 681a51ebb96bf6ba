import { mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import { leavesRepository } from './objects/leaves-repository';

type Git = (args: string[], env?: Record<string, string>) => Promise<Buffer>;
type Links = (sha: string) => Promise<{ path: string; target: string }[]>;

interface Entry {
  directory: Promise<string>;
  users: number;
  lastUsed: number;
}

/** How many unused working trees are kept for the next render. */
const KEPT = 8;

/** Read-only working trees by commit, shared between those who read them and removed when long unused. */
export class Checkouts {
  readonly #root: string;
  readonly #git: Git;
  readonly #links: Links;
  readonly #entries = new Map<string, Entry>();
  #uses = 0;

  constructor(root: string, git: Git, links: Links) {
    this.#root = root;
    this.#git = git;
    this.#links = links;
  }

  /** A symlink that leaves the repository is refused: a tool would follow it to files of this machine. */
  async #refuseEscapes(sha: string): Promise<void> {
    const escaping = (await this.#links(sha)).find((link) => leavesRepository(link.path, link.target));
    if (!escaping) return;
    throw new AdapterError(
      `repository contains out-of-bounds symlinks. file: ${escaping.path} points to ${escaping.target}`,
      { retry: 'terminal', reason: 'SymlinkOutside' },
    );
  }

  async acquire(sha: string): Promise<{ directory: string; release(): Promise<void> }> {
    const entry = this.#entries.get(sha) ?? { directory: this.#make(sha), users: 0, lastUsed: 0 };
    this.#entries.set(sha, entry);
    entry.users++;
    entry.lastUsed = ++this.#uses;
    let isReleased = false;
    const release = async () => {
      if (isReleased) return;
      isReleased = true;
      entry.users--;
      await this.#evict();
    };
    try {
      return { directory: await entry.directory, release };
    } catch (error) {
      this.#entries.delete(sha);
      throw error;
    }
  }

  async #make(sha: string): Promise<string> {
    const directory = path.join(this.#root, sha);
    if (existsSync(directory)) return directory;
    await this.#refuseEscapes(sha);
    const fresh = `${directory}.${process.pid}.${++this.#uses}.new`;
    try {
      await mkdir(fresh, { recursive: true });
      const env = { GIT_INDEX_FILE: `${fresh}.index` };
      await this.#git(['read-tree', sha], env);
      await this.#git(
        [`--work-tree=${fresh}`, 'checkout-index', '--all', '--force', `--prefix=${fresh}/`],
        env,
      );
      await rename(fresh, directory);
    } finally {
      await rm(fresh, { recursive: true, force: true });
      await rm(`${fresh}.index`, { force: true });
    }
    return directory;
  }

  async #evict(): Promise<void> {
    const unused = [...this.#entries]
      .filter(([, entry]) => entry.users === 0)
      .sort(([, a], [, b]) => a.lastUsed - b.lastUsed);
    for (const [sha, entry] of unused.slice(0, Math.max(0, unused.length - KEPT))) {
      this.#entries.delete(sha);
      await rm(await entry.directory, { recursive: true, force: true });
    }
  }
}
