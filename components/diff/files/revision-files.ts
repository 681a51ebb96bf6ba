import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { formatResourceKey, resourceKeyOf } from '@/lib/domain/resource/resource-key';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { DiffFile } from './diff-file';
import { displayObject } from './display-object';

/** Manifests of two revisions (strings of JSON) → files of a diff. */
export function revisionFiles(
  before: readonly string[],
  after: readonly string[],
): { changed: DiffFile[]; identical: DiffFile[] } {
  const left = byKey(before);
  const right = byKey(after);
  const changed: DiffFile[] = [];
  const identical: DiffFile[] = [];
  for (const id of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const [old, fresh] = [left.get(id), right.get(id)];
    const any = fresh ?? old;
    if (!any) continue;
    const file: DiffFile = { id, ...resourceKeyOf(any), ...side('before', old), ...side('after', fresh) };
    const isSame = JSON.stringify(file.before) === JSON.stringify(file.after);
    (isSame ? identical : changed).push(file);
  }
  return { changed, identical };
}

function side(name: 'before' | 'after', object: KubernetesObject | undefined): Partial<DiffFile> {
  const shown = object && displayObject(object as unknown as JsonObject);
  return shown ? { [name]: shown } : {};
}

function byKey(manifests: readonly string[]): Map<string, KubernetesObject> {
  const objects = manifests.map((manifest) => JSON.parse(manifest) as KubernetesObject);
  return new Map(objects.map((object) => [formatResourceKey(resourceKeyOf(object)), object]));
}
