import path from 'node:path';
import { renderError } from '../render-error';
import type { SourceTree } from './source-tree';

/** Where a path given in a source leads from `base`; a leading slash starts at the root. undefined outside the repository. */
export function insideRepository(base: string, given: string): string | undefined {
  const joined = given.startsWith('/') ? given.slice(1) : path.posix.join(base, given);
  const normal = path.posix.normalize(joined).replace(/\/+$/, '');
  if (normal === '..' || normal.startsWith('../') || path.posix.isAbsolute(normal)) return undefined;
  return normal === '.' ? '' : normal;
}

/** `spec.source.path` as a folder of the commit, with Argo CD's words where it is none. */
export async function requireSourceFolder(tree: SourceTree, given: string): Promise<string> {
  if (given.startsWith('/'))
    throw renderError(`${given}: app path is absolute: write it relative to the repository's root`);
  const at = insideRepository('', given);
  if (at === undefined) throw renderError(`${given}: app path outside root`);
  const found = await tree.find(at);
  if (!found) throw renderError(`${given}: app path does not exist`);
  if (found.kind === 'file') throw renderError(`${given}: app path is not a directory`);
  return at;
}
