import type { Application } from '@/lib/domain/application/application';
import type { LiveResource } from '@/lib/domain/live/live-resource';
import type { AppProject } from '@/lib/domain/project/app-project';
import { findOrphans, orphanWarning } from '@/lib/domain/project/find-orphans';
import { formatResourceKey, resourceKeyOf } from '@/lib/domain/resource/resource-key';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ClusterConnection } from '../control/cluster-connections';
import { ownerNamesOf } from '../live/resource-index';
import { isLivePermitted } from './project-rules';

/** Top-level objects of the destination namespace that no Application manages, where the project watches for them. */
export function findOrphaned(
  app: Application,
  project: AppProject,
  cluster: ClusterConnection,
  managed: readonly KubernetesObject[],
): { resources: LiveResource[]; warning: string | undefined } {
  const namespace = app.spec.destination.namespace ?? '';
  if (!project.spec.orphanedResources || !namespace) return { resources: [], warning: undefined };
  const own = new Set(managed.map((object) => formatResourceKey(resourceKeyOf(object))));
  const topLevel = cluster.cache
    .inNamespace(namespace)
    .filter((resource) => resource.owners.length === 0 && isLivePermitted(project, resource.key, cluster));
  const resources = findOrphans(
    project.spec,
    topLevel,
    (resource) => own.has(formatResourceKey(resource.key)) || ownerNamesOf(resource).length > 0,
  );
  return { resources, warning: orphanWarning(project.spec, resources.length) };
}
