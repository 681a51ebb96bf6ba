import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { TreeEntry } from '@/lib/engine/ports/git-repository';
import { CatFile } from './cat-file';
import { parseTree, type TreeItem } from './parse-tree';

/** Parsed trees kept; they never change, as their id is their content. */
const KEPT_TREES = 4_000;
const KEPT_SIZES = 100_000;

export interface FoundObject {
  oid: string;
  type: TreeEntry['type'];
}

/** Trees and blobs of one mirror by id, without a working tree and without a process per question. */
export class ObjectReader {
  readonly #contents: CatFile;
  readonly #checks: CatFile;
  readonly #trees = new Map<string, TreeItem[]>();
  readonly #roots = new Map<string, string>();
  readonly #sizes = new Map<string, number>();

  constructor(gitDir: string) {
    this.#contents = new CatFile(gitDir, '--batch');
    this.#checks = new CatFile(gitDir, '--batch-check');
  }

  async hasCommit(sha: string): Promise<boolean> {
    if (this.#roots.has(sha)) return true;
    return (await this.#checks.ask(`${sha}^{commit}`)) !== undefined;
  }

  /** '' or '.' is the root tree. Symlinks are entries, not followed. */
  async objectAt(sha: string, path: string): Promise<FoundObject | undefined> {
    let found: FoundObject = { oid: await this.#rootOf(sha), type: 'tree' };
    for (const name of path.split('/').filter((part) => part !== '' && part !== '.')) {
      if (found.type !== 'tree') return undefined;
      const item = (await this.#tree(found.oid)).find((each) => each.name === name);
      if (!item) return undefined;
      found = item;
    }
    return { oid: found.oid, type: found.type };
  }

  /** Entries below a folder, in Git's order; with `recursive` only what is no tree. Empty where there is no folder. */
  async listTree(sha: string, path: string, recursive: boolean): Promise<TreeEntry[]> {
    const folder = await this.objectAt(sha, path);
    if (folder?.type !== 'tree') return [];
    const prefix = path
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/');
    const entries = await this.#walk(folder.oid, prefix === '' ? '' : `${prefix}/`, recursive);
    const sizes = await Promise.all(entries.map((each) => this.#sizeOf(each)));
    return entries.map((each, index) => ({ ...each, size: sizes[index] ?? 0 }));
  }

  async readBlobs(oids: readonly string[]): Promise<Buffer[]> {
    const found = await Promise.all(oids.map((oid) => this.#contents.ask(oid)));
    return found.map((object, index) => {
      if (!object) throw missing(oids[index] ?? '');
      return object.content;
    });
  }

  close(): void {
    this.#contents.close();
    this.#checks.close();
  }

  async #sizeOf({ type, oid }: Omit<TreeEntry, 'size'>): Promise<number> {
    if (type !== 'blob' && type !== 'symlink') return 0;
    const known = this.#sizes.get(oid);
    if (known !== undefined) return known;
    const size = (await this.#checks.ask(oid))?.size ?? 0;
    remember(this.#sizes, oid, size, KEPT_SIZES);
    return size;
  }

  async #walk(oid: string, prefix: string, recursive: boolean): Promise<Omit<TreeEntry, 'size'>[]> {
    const items = await this.#tree(oid);
    const nested = await Promise.all(
      items.map(async (item) => {
        const path = prefix + item.name;
        if (item.type === 'tree' && recursive) return this.#walk(item.oid, `${path}/`, true);
        return [{ path, type: item.type, oid: item.oid }];
      }),
    );
    return nested.flat();
  }

  async #rootOf(sha: string): Promise<string> {
    const known = this.#roots.get(sha);
    if (known) return known;
    const tree = await this.#checks.ask(`${sha}^{tree}`);
    if (!tree) throw missing(sha);
    remember(this.#roots, sha, tree.oid);
    return tree.oid;
  }

  async #tree(oid: string): Promise<TreeItem[]> {
    const known = this.#trees.get(oid);
    if (known) return known;
    const object = await this.#contents.ask(oid);
    if (!object) throw missing(oid);
    const items = parseTree(object.content, oid.length / 2);
    remember(this.#trees, oid, items);
    return items;
  }
}

function remember<T>(cache: Map<string, T>, key: string, value: T, kept = KEPT_TREES): void {
  cache.set(key, value);
  if (cache.size <= kept) return;
  for (const oldest of cache.keys()) {
    cache.delete(oldest);
    break;
  }
}

function missing(oid: string): AdapterError {
  return new AdapterError(`object ${oid} is missing in the mirror`, {
    retry: 'retryable',
    reason: 'ObjectMissing',
  });
}
