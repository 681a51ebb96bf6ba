import type { KubernetesObject } from '../../resource/kubernetes-object';
import { formatResourceKey, resourceKeyOf, type ResourceKey } from '../../resource/resource-key';
import { isHook, isIgnored, isSkipped } from '../hook/hook-types';

/** What Git declares and what is live under one key; at least one of the two. */
export interface ResourcePair {
  key: ResourceKey;
  target?: KubernetesObject;
  live?: KubernetesObject;
}

export interface PairedResources {
  pairs: ResourcePair[];
  /** Targets that run as hooks, in declared order. */
  hooks: KubernetesObject[];
}

/**
 * Declared objects beside live ones. Hooks and what is skipped or ignored are no resources: a live object whose
 * manifest became one stands alone. `targets` carry their final namespace, none where cluster-scoped.
 */
export function pairResources(
  targets: readonly KubernetesObject[],
  live: readonly KubernetesObject[],
): PairedResources {
  const pairs = new Map<string, ResourcePair>();
  const hooks: KubernetesObject[] = [];
  for (const target of targets) {
    if (isSkipped(target) || isIgnored(target)) continue;
    if (isHook(target)) hooks.push(target);
    else pairs.set(pairKey(target, pairs.size), { key: resourceKeyOf(target), target });
  }
  for (const object of live) {
    const key = resourceKeyOf(object);
    const text = formatResourceKey(key);
    pairs.set(text, { ...pairs.get(text), key, live: object });
  }
  return { pairs: [...pairs.values()], hooks };
}

/** Objects that the server names are each their own. */
function pairKey(target: KubernetesObject, index: number): string {
  return target.metadata.name ? formatResourceKey(resourceKeyOf(target)) : `generated/${index}`;
}
