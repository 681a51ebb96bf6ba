import picomatch from 'picomatch';
import { expandVariables } from '@/lib/domain/template/expand-variables';
import { renderError } from '../render-error';
import type { SourceRequest } from '../rendering/source-request';
import { insideRepository } from '../source/source-path';
import type { SourceFile, SourceTree } from '../source/source-tree';

/** A value file as helm gets it: a file to write out under `root`, or an address that helm fetches itself. */
export type ValueFile =
  | { kind: 'file'; root: string; path: string; file: SourceFile | undefined }
  | { kind: 'address'; url: string };

export interface ValueFiles {
  files: ValueFile[];
  notices: string[];
}

/** The folder below the work folder into which the main repository is written. */
export const MAIN_ROOT = 'source';

/**
 * Value files in order. A path is relative to the source's folder, `/…` to the repository's root, `$ref/…` to another
 * source; globs are expanded in the order of names. A relative path that is not under the folder but under the root
 * is taken from there (ours), with a notice. None may leave its repository.
 */
export async function valueFiles(request: SourceRequest, given: readonly string[]): Promise<ValueFiles> {
  const result: ValueFiles = { files: [], notices: [] };
  const isMissingAllowed = request.source.helm?.ignoreMissingValueFiles ?? false;
  for (const raw of given) {
    const name = expandVariables(withReferenceKept(raw, request.variables), request.variables);
    const found = await lookUp(request, name);
    result.notices.push(...found.notices);
    const present = isMissingAllowed
      ? found.files.filter((each) => each.kind === 'address' || each.file)
      : found.files;
    result.files.push(...present);
  }
  return result;
}

/** `$values/…` names a source unless it is a build variable. */
function withReferenceKept(raw: string, variables: Record<string, string>): string {
  const name = /^\$([\w-]+)\//.exec(raw)?.[1];
  return name !== undefined && !Object.hasOwn(variables, name) ? `$${raw}` : raw;
}

/** A file of a `fileParameters` entry: the same places, one file. */
export async function parameterFile(request: SourceRequest, given: string): Promise<ValueFile> {
  const [first] = (await lookUp(request, given)).files;
  if (!first) throw renderError(`file parameter "${given}" matches no file`);
  return first;
}

async function lookUp(request: SourceRequest, name: string): Promise<ValueFiles> {
  if (/^https?:\/\//.test(name)) return { files: [{ kind: 'address', url: name }], notices: [] };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
    throw renderError(
      `value file "${name}": the URL scheme is not allowed; use https:// or a file of the repository`,
    );
  }
  const reference = /^\$([\w-]+)\/(.*)$/.exec(name);
  if (reference) {
    const [, ref = '', path = ''] = reference;
    const tree = await request.treeOf(ref);
    if (!tree)
      throw renderError(
        `source referenced "$${ref}", but no source has a 'ref' field defined with that name`,
      );
    return inTree(tree, `refs/${ref}`, '', path, name);
  }
  const own = await inTree(request.tree, MAIN_ROOT, request.folder, name, name);
  const isFound = own.files.some((each) => each.kind === 'address' || each.file);
  if (isFound || name.startsWith('/') || name.startsWith('..')) return own;
  const fromRoot = await inTree(request.tree, MAIN_ROOT, '', name, name);
  const hit = fromRoot.files.find((each) => each.kind === 'file' && each.file);
  if (!hit) return own;
  return {
    files: fromRoot.files,
    notices: [
      `value file ${name} is not under ${request.folder || 'the root'}; taken from the repository's root`,
    ],
  };
}

async function inTree(
  tree: SourceTree,
  root: string,
  base: string,
  name: string,
  shown: string,
): Promise<ValueFiles> {
  const at = insideRepository(base, name);
  if (at === undefined) {
    throw renderError(
      `value file path resolved to outside repository root: "${shown}" leaves the repository; move the file into it, or add its repository as a source with a "ref"`,
    );
  }
  if (/[*?[{]/.test(at)) return { files: await matching(tree, root, at), notices: [] };
  const found = await tree.find(at);
  if (found?.kind === 'folder') throw renderError(`value file "${shown}" is a folder: name a file in it`);
  return {
    files: [{ kind: 'file', root, path: at, file: found ? { ...found.file, path: at } : undefined }],
    notices: [],
  };
}

async function matching(tree: SourceTree, root: string, glob: string): Promise<ValueFile[]> {
  const base = glob
    .slice(0, glob.search(/[*?[{]/))
    .replace(/[^/]*$/, '')
    .replace(/\/$/, '');
  const isMatch = picomatch(glob, { dot: false });
  const files = (await tree.files(base, { recursive: true })).filter((file) => isMatch(file.path));
  if (files.length === 0) return [{ kind: 'file', root, path: glob, file: undefined }];
  return files
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => ({ kind: 'file', root, path: file.path, file }));
}
