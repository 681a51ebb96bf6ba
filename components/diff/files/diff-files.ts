import type { ApplicationDiff, ResourceDiff } from '@/lib/contracts/resource/resource-diff';
import { formatResourceKey } from '@/lib/domain/resource/resource-key';
import type { ChangeMark, DiffFile } from './diff-file';
import { displayObject, managedFieldsOf } from './display-object';

/** The comparison as the API gives it → the files of the diff page, and how many objects are identical. */
export function diffFiles(diff: ApplicationDiff): { changed: DiffFile[]; identical: DiffFile[] } {
  const changed: DiffFile[] = [];
  const identical: DiffFile[] = [];
  for (const resource of diff.resources) {
    if (resource.hook) continue;
    (resource.change === 'none' ? identical : changed).push(diffFile(resource));
  }
  const order = { update: 0, create: 1, prune: 2, none: 3 };
  const changeOf = new Map(
    diff.resources.map((resource) => [formatResourceKey(resource.key), order[resource.change]]),
  );
  changed.sort(
    (a, b) =>
      (changeOf.get(a.id) ?? 3) - (changeOf.get(b.id) ?? 3) ||
      a.kind.localeCompare(b.kind) ||
      a.name.localeCompare(b.name),
  );
  return { changed, identical };
}

export function diffFile(resource: ResourceDiff): DiffFile {
  const before = displayObject(resource.live);
  const after = displayObject(resource.desired);
  const marks = (['pending', 'drift'] as const satisfies readonly ChangeMark[]).filter((mark) =>
    resource.changes.some((change) => change.label === mark),
  );
  return {
    id: formatResourceKey(resource.key),
    ...resource.key,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    managedFields: managedFieldsOf(resource.live),
    ...(marks.length > 0 ? { marks } : {}),
    ...(resource.notice ? { notice: resource.notice } : {}),
  };
}
