import type { KubernetesObject } from '../resource/kubernetes-object';
import { formatResourceKey, resourceKeyOf } from '../resource/resource-key';
import { isHook } from '../sync/hook/hook-types';
import type { ResourcePair } from '../sync/task/pair-resources';

/**
 * What a comparison is about: declared resources beside live objects, by key, declared ones first. Declared hooks are
 * left out, so a live object that Git turned into a hook stands alone; skipped ones stay, without a sync status.
 */
export function comparedPairs(
  targets: readonly KubernetesObject[],
  live: readonly KubernetesObject[],
): ResourcePair[] {
  const pairs = new Map<string, ResourcePair>();
  for (const target of targets) {
    if (isHook(target)) continue;
    const key = resourceKeyOf(target);
    // Objects that the server names are each their own.
    pairs.set(key.name ? formatResourceKey(key) : `generated/${pairs.size}`, { key, target });
  }
  for (const object of live) {
    const key = resourceKeyOf(object);
    const text = formatResourceKey(key);
    pairs.set(text, { ...pairs.get(text), key, live: object });
  }
  return [...pairs.values()];
}
