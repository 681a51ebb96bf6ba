import { managerId, secondsOf, type Manager } from './managers';

const MAX_UPDATERS = 10;
const BUCKET_NAME = 'ancient-changes';

/** Keeps at most ten `Update` entries by merging the oldest of a version, as the API server does. */
export function capUpdaters(managers: ReadonlyMap<string, Manager>): Map<string, Manager> {
  const capped = new Map(managers);
  const updaters = [...managers].filter(([, manager]) => manager.operation === 'Update');
  let excess = updaters.length - MAX_UPDATERS;
  if (excess <= 0) return capped;
  updaters.sort(([idA, a], [idB, b]) => secondsOf(a.time) - secondsOf(b.time) || (idA < idB ? -1 : 1));
  const firstOfVersion = new Map<string, string>();
  for (const [id, manager] of updaters) {
    if (excess <= 0) break;
    const first = firstOfVersion.get(manager.apiVersion);
    if (first === undefined) {
      firstOfVersion.set(manager.apiVersion, id);
      continue;
    }
    const bucket: Manager = { ...manager, name: BUCKET_NAME, subresource: '' };
    const bucketId = managerId(bucket);
    const before = capped.get(bucketId) ?? capped.get(first);
    capped.delete(first);
    capped.delete(id);
    capped.set(bucketId, {
      ...bucket,
      fields: before ? manager.fields.union(before.fields) : manager.fields,
    });
    excess--;
  }
  return capped;
}
