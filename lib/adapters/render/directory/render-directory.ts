import type { DirectorySource } from '@/lib/domain/application/application-spec';
import { isValidGlob, matchGlob } from '@/lib/domain/glob/match-glob';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { readJsonManifests, readYamlManifests } from '../manifests/read-manifests';
import { renderError } from '../render-error';
import { FileSet } from '../source/file-set';
import type { SourceFile, SourceTree } from '../source/source-tree';
import type { RenderJsonnet } from './render-jsonnet';

/** A file with this comment is left out, whatever it holds. */
const SKIP_MARK = '# +argocd:skip-file-rendering';

export interface DirectoryFiles {
  files: SourceFile[];
  digest: string;
}

/** The manifests of a folder: YAML, JSON and Jsonnet files in the order of their paths, hidden ones too. */
export async function directoryFiles(
  tree: SourceTree,
  folder: string,
  directory: DirectorySource,
): Promise<DirectoryFiles> {
  const include = patternOf('include', directory.include);
  const exclude = patternOf('exclude', directory.exclude);
  const all = await tree.files(folder, { recursive: directory.recurse ?? false });
  const files = all
    .filter((file) => /\.(ya?ml|json|jsonnet)$/.test(file.path))
    .filter((file) => {
      const relative = folder === '' ? file.path : file.path.slice(folder.length + 1);
      return !(exclude?.(relative) ?? false) && (include?.(relative) ?? true);
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const set = new FileSet();
  // Jsonnet may import anything beside it.
  set.add(files.some((file) => file.path.endsWith('.jsonnet')) ? [...all, ...files] : files);
  return { files, digest: set.digest() };
}

export async function renderDirectory(
  { files }: DirectoryFiles,
  renderJsonnet: RenderJsonnet,
): Promise<{ objects: KubernetesObject[]; notices: string[] }> {
  const objects: KubernetesObject[] = [];
  const notices: string[] = [];
  for (const { file, bytes } of await contentsOf(files)) {
    const text = bytes.toString('utf8');
    if (text.includes(SKIP_MARK)) continue;
    if (file.path.endsWith('.jsonnet')) objects.push(...(await renderJsonnet(file.path)));
    else if (file.path.endsWith('.json')) objects.push(...readJsonManifests(text, file.path));
    else {
      const read = await readYamlManifests({ text, file: file.path, isHandWritten: true });
      objects.push(...read.objects);
      if (!/(^|\/)\.argocd-source[^/]*$/.test(file.path)) notices.push(...read.notices);
    }
  }
  return { objects, notices };
}

async function contentsOf(files: SourceFile[]): Promise<{ file: SourceFile; bytes: Buffer }[]> {
  return Promise.all(
    files.map(async (file) => ({
      file,
      bytes: (await file.repository.readBlobs([file.oid]))[0] ?? Buffer.alloc(0),
    })),
  );
}

/** Argo CD's globs have no separator here: `*` crosses slashes. undefined where the field is not set. */
function patternOf(field: string, glob: string | undefined): ((path: string) => boolean) | undefined {
  if (!glob) return undefined;
  if (!isValidGlob(glob)) {
    throw renderError(`directory.${field} "${glob}" is no valid glob: close its brackets and braces`);
  }
  return (path) => matchGlob(glob, path);
}
