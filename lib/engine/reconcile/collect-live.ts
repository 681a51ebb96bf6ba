import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { formatResourceKey, resourceKeyOf } from '@/lib/domain/resource/resource-key';
import type { LiveResource } from '@/lib/domain/live/live-resource';
import { ownerNameOf } from '@/lib/domain/tracking/read-owner';
import type { TrackingSettings } from '@/lib/domain/tracking/tracking-settings';
import type { ClusterConnection } from '../control/cluster-connections';

/**
 * Live objects that an Application's comparison is about: those that carry its mark, and whatever stands where Git
 * declares something. Objects that the cache holds only in part are read from the API server.
 */
export async function collectLive(
  cluster: ClusterConnection,
  instanceName: string,
  targets: readonly KubernetesObject[],
  settings: TrackingSettings,
  signal: AbortSignal,
): Promise<KubernetesObject[]> {
  const found = new Map<string, KubernetesObject>();
  for (const resource of cluster.cache.trackedBy(instanceName)) {
    // Controllers copy marks to what they create; what has an owner goes and comes with it.
    if (resource.owners.length > 0) continue;
    if (resource.object && ownerNameOf(resource.object, settings) === instanceName)
      found.set(formatResourceKey(resource.key), resource.object);
  }
  const partial: LiveResource[] = [];
  for (const target of targets) {
    if (!target.metadata.name) continue;
    const key = resourceKeyOf(target);
    const live = found.has(formatResourceKey(key)) ? undefined : cluster.cache.get(key);
    if (live?.object) found.set(formatResourceKey(key), live.object);
    else if (live) partial.push(live);
  }
  const read = await Promise.all(partial.map((live) => readWhole(cluster, live, signal)));
  for (const object of read) if (object) found.set(formatResourceKey(resourceKeyOf(object)), object);
  return [...found.values()];
}

function readWhole(
  cluster: ClusterConnection,
  live: LiveResource,
  signal: AbortSignal,
): Promise<KubernetesObject | undefined> {
  const { namespace, name, kind } = live.key;
  return cluster.client.get({ apiVersion: live.apiVersion, kind, namespace, name }, signal);
}
