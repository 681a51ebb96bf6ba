import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renderError } from '../render-error';
import type { SourceFile } from './source-tree';

/** More is taken for a mistake (the root of a big repository), as all of it is written out for the tool. */
const MAX_FILES = 20_000;

/** What one rendering reads, by path from the repository's root. */
export class FileSet {
  readonly #files = new Map<string, SourceFile>();

  add(files: readonly SourceFile[]): void {
    for (const file of files) this.#files.set(file.path, file);
    if (this.#files.size > MAX_FILES) {
      throw renderError(
        `the source has more than ${MAX_FILES} files: name the folder of the application in "path"`,
      );
    }
  }

  has(at: string): boolean {
    return this.#files.has(at);
  }

  hasFolder(at: string): boolean {
    const prefix = at === '' ? '' : `${at}/`;
    for (const name of this.#files.keys()) if (name.startsWith(prefix)) return true;
    return false;
  }

  /** Paths and contents; equal digests render equally. */
  digest(): string {
    const hash = createHash('sha256');
    for (const at of [...this.#files.keys()].sort())
      hash.update(`${at}\0${this.#files.get(at)?.oid ?? ''}\0`);
    return hash.digest('hex');
  }

  /** Writes everything below `folder`, where nobody else writes. */
  async writeTo(folder: string): Promise<void> {
    const repositories = new Set([...this.#files.values()].map((file) => file.repository));
    for (const repository of repositories) {
      const files = [...this.#files.values()].filter((file) => file.repository === repository);
      const contents = await repository.readBlobs(files.map((file) => file.oid));
      const folders = new Set(files.map((file) => path.dirname(path.join(folder, file.path))));
      for (const each of folders) await mkdir(each, { recursive: true });
      await Promise.all(
        files.map((file, index) => writeFile(path.join(folder, file.path), contents[index] ?? '')),
      );
    }
  }
}
