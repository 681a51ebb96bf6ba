import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { parseYamlValue } from '../manifests/parse-yaml';
import { renderError } from '../render-error';
import type { FileSet } from '../source/file-set';
import { insideRepository } from '../source/source-path';
import type { SourceTree } from '../source/source-tree';
import { inFolder, KUSTOMIZATION_NAMES } from '../source/source-type';

export interface KustomizationFile {
  path: string;
  content: JsonObject;
}

/** The kustomization of a folder; undefined where there is none. */
export async function readKustomization(
  tree: SourceTree,
  folder: string,
): Promise<KustomizationFile | undefined> {
  for (const name of KUSTOMIZATION_NAMES) {
    const path = inFolder(folder, name);
    const bytes = await tree.read(path);
    if (!bytes) continue;
    const content = parseYamlValue(bytes.toString('utf8'), path);
    if (content !== null && !isJsonObject(content))
      throw renderError(`${path} is no mapping: a kustomization with resources is expected`);
    return { path, content: content ?? {} };
  }
  return undefined;
}

/**
 * Adds all that building `folder` may read: the folder itself, and every file or folder of the repository that its
 * kustomization names, with what those name in turn. A string that happens to name a file is taken as well: too much
 * costs a rendering more, too little would miss a change. `extra` are names that the Application adds.
 */
export async function addKustomizationFiles(
  set: FileSet,
  tree: SourceTree,
  folder: string,
  extra: readonly string[],
): Promise<void> {
  const visited = new Set<string>();
  const visit = async (at: string, added: readonly string[]): Promise<void> => {
    if (visited.has(at)) return;
    visited.add(at);
    set.add(await tree.files(at, { recursive: true }));
    const kustomization = await readKustomization(tree, at);
    const names = [...stringsOf(kustomization?.content ?? null), ...added];
    for (const name of new Set(names.flatMap(candidates))) {
      const target = insideRepository(at, name);
      if (target === undefined || target === at) continue;
      const found = await tree.find(target);
      if (found?.kind === 'folder') await visit(target, []);
      else if (found && !set.has(target)) set.add([{ ...found.file, path: target }]);
    }
  };
  await visit(folder, extra);
}

/** `key=file` of generators names a file after the equals sign. */
function candidates(text: string): string[] {
  if (text.length > 1_000 || /[\n\0]|:\/\//.test(text) || text.startsWith('/')) return [];
  const equals = text.indexOf('=');
  return equals < 0
    ? [text]
    : [text, text.slice(equals + 1)].filter((each) => each !== '' && !each.startsWith('/'));
}

function stringsOf(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (isJsonObject(value)) return Object.values(value).flatMap(stringsOf);
  return [];
}
