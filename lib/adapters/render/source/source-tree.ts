import path from 'node:path';
import type { GitRepositories, GitRepository, TreeEntry } from '@/lib/engine/ports/git-repository';
import type { CredentialsFor } from '@/lib/engine/ports/manifest-renderer';
import { renderError } from '../render-error';
import { submoduleUrl } from './submodule-url';

/** A file of a commit: what it is, and where its bytes are. `path` is where it is seen, from the repository's root. */
export interface SourceFile {
  path: string;
  oid: string;
  repository: GitRepository;
}

export interface RepositoryAccess {
  repositories: GitRepositories;
  credentialsFor: CredentialsFor;
}

type Found = { kind: 'file'; file: SourceFile } | { kind: 'folder'; path: string; tree: SourceTree };

/** Symlinks that are followed one after the other before it counts as a circle. */
const MAX_LINKS = 20;

/**
 * The files of one commit, read from the object database. Symlinks are followed inside the repository and refused
 * where they leave it; submodules are entered at their recorded commit. Without a repository (a chart's) it is empty.
 */
export class SourceTree {
  readonly #repository: GitRepository | undefined;
  readonly #sha: string;
  readonly #access: RepositoryAccess;

  constructor(repository: GitRepository | undefined, sha: string, access: RepositoryAccess) {
    this.#repository = repository;
    this.#sha = sha;
    this.#access = access;
  }

  /** `at` is relative to the root and normalised; '' is the root. undefined where there is nothing. */
  async find(at: string, links = 0): Promise<Found | undefined> {
    if (at === '' || at === '.') return { kind: 'folder', path: '', tree: this };
    if (!this.#repository) return undefined;
    const object = await this.#repository.objectAt(this.#sha, at);
    if (object?.type === 'blob')
      return { kind: 'file', file: { path: at, oid: object.oid, repository: this.#repository } };
    if (object?.type === 'tree') return { kind: 'folder', path: at, tree: this };
    if (object?.type === 'symlink')
      return this.find(await this.#linkTarget(at, object.oid, links), links + 1);
    return this.#findBehind(at, links);
  }

  /** A file's bytes; undefined where there is no file. */
  async read(at: string): Promise<Buffer | undefined> {
    const found = await this.find(at);
    if (found?.kind !== 'file') return undefined;
    return (await found.file.repository.readBlobs([found.file.oid]))[0];
  }

  /** All files below a folder, symlinks replaced by what they point to. Paths start at the repository's root. */
  async files(folder: string, options: { recursive: boolean }): Promise<SourceFile[]> {
    const found = await this.find(folder);
    return found?.kind === 'folder' ? found.tree.#filesAs(found.path, folder, options.recursive, 0) : [];
  }

  async #filesAs(folder: string, shownAs: string, recursive: boolean, links: number): Promise<SourceFile[]> {
    const entries = (await this.#repository?.listTree(this.#sha, folder, { recursive })) ?? [];
    const files: SourceFile[] = [];
    for (const entry of entries) {
      const shown = path.posix.join(shownAs, path.posix.relative(folder, entry.path));
      if (entry.type === 'blob' && this.#repository)
        files.push({ path: shown, oid: entry.oid, repository: this.#repository });
      else if (entry.type === 'symlink' || (entry.type === 'submodule' && recursive)) {
        files.push(...(await this.#behind(entry, shown, recursive, links)));
      }
    }
    return files;
  }

  async #behind(entry: TreeEntry, shown: string, recursive: boolean, links: number): Promise<SourceFile[]> {
    if (entry.type === 'submodule') {
      const inner = await this.#submodule(entry.path, entry.oid);
      return inner.#filesAs('', shown, recursive, links);
    }
    const found = await this.find(await this.#linkTarget(entry.path, entry.oid, links), links + 1);
    if (found?.kind === 'file') return [{ ...found.file, path: shown }];
    return found && recursive ? found.tree.#filesAs(found.path, shown, recursive, links + 1) : [];
  }

  /** The path may lead through a symlink or a submodule further up. */
  async #findBehind(at: string, links: number): Promise<Found | undefined> {
    const parts = at.split('/');
    for (let length = 1; length <= parts.length; length++) {
      const prefix = parts.slice(0, length).join('/');
      const rest = parts.slice(length).join('/');
      const object = await this.#repository?.objectAt(this.#sha, prefix);
      if (object?.type === 'symlink') {
        const target = await this.#linkTarget(prefix, object.oid, links);
        return this.find(path.posix.join(target, rest), links + 1);
      }
      if (object?.type === 'submodule') return (await this.#submodule(prefix, object.oid)).find(rest, links);
      if (object?.type !== 'tree') return undefined;
    }
    return undefined;
  }

  async #linkTarget(at: string, oid: string, links: number): Promise<string> {
    const [bytes] = (await this.#repository?.readBlobs([oid])) ?? [];
    const target = bytes?.toString('utf8') ?? '';
    const resolved = path.posix.normalize(path.posix.join(path.posix.dirname(at), target));
    if (path.posix.isAbsolute(target) || resolved === '..' || resolved.startsWith('../')) {
      throw renderError(
        `repository contains out-of-bounds symlinks. file: ${at} points to ${target}, which is outside the repository: replace the link by a file`,
      );
    }
    if (links >= MAX_LINKS) throw renderError(`symlink ${at} leads in a circle`);
    return resolved === '.' ? '' : resolved;
  }

  async #submodule(at: string, sha: string): Promise<SourceTree> {
    const modules = (await this.read('.gitmodules'))?.toString('utf8') ?? '';
    const url = submoduleUrl(modules, at, this.#repository?.url ?? '');
    if (!url)
      throw renderError(
        `${at} is a Git submodule without an entry in .gitmodules: add it, or leave the folder out`,
      );
    const repository = await this.#access.repositories.open(url, await this.#access.credentialsFor(url));
    await repository.resolveRevision(sha);
    return new SourceTree(repository, sha, this.#access);
  }
}
