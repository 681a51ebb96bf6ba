import type { JsonObject } from '../../resource/json';
import type { ListSchema } from './type-schema';

/** `x-kubernetes-list-type` decides; where it is absent, a patch strategy of `merge` makes a list associative. */
export function readListRelationship(node: JsonObject): ListSchema['relationship'] {
  const type = node['x-kubernetes-list-type'];
  if (type === 'set' || type === 'map') return 'associative';
  if (type === 'atomic') return 'atomic';
  return hasMergeStrategy(node) ? 'associative' : 'atomic';
}

/** Keys of a list of type `map`, or the merge key of a list that has only a patch strategy; none for a set. */
export function readListKeys(node: JsonObject): string[] {
  const type = node['x-kubernetes-list-type'];
  if (type === 'set' || type === 'atomic') return [];
  if (type === 'map') {
    const keys = node['x-kubernetes-list-map-keys'];
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  }
  const mergeKey = node['x-kubernetes-patch-merge-key'];
  return hasMergeStrategy(node) && typeof mergeKey === 'string' ? [mergeKey] : [];
}

function hasMergeStrategy(node: JsonObject): boolean {
  const strategy = node['x-kubernetes-patch-strategy'];
  return typeof strategy === 'string' && strategy.split(',').includes('merge');
}
