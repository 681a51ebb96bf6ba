import type { AppProjectSpec } from './app-project';
import { isDenyPattern, matchPermission } from './match-permission';

/** A cluster as the installation knows it, by both its address and its name. */
export interface DestinationCluster {
  server: string;
  name: string;
}

type DestinationVerdict = 'permitted' | 'denied' | 'project-clusters-unknown';

/**
 * Whether a project allows a namespace of a cluster. `projectClusters` are the clusters that belong to the project,
 * needed only with `permitOnlyProjectScopedClusters`; undefined when they could not be listed.
 */
export function isDestinationPermitted(
  spec: Pick<AppProjectSpec, 'destinations' | 'permitOnlyProjectScopedClusters'>,
  cluster: DestinationCluster | undefined,
  namespace: string,
  projectClusters?: readonly DestinationCluster[],
): DestinationVerdict {
  if (!cluster || !matchesDestinations(spec, cluster, namespace)) return 'denied';
  if (!spec.permitOnlyProjectScopedClusters) return 'permitted';
  if (!projectClusters) return 'project-clusters-unknown';
  const isOwn = projectClusters.some((each) => each.name === cluster.name || each.server === cluster.server);
  return isOwn ? 'permitted' : 'denied';
}

/** `!name` denies whatever the namespace, `!server` within its namespace, `!namespace` where the server matches. */
function matchesDestinations(
  spec: Pick<AppProjectSpec, 'destinations'>,
  cluster: DestinationCluster,
  namespace: string,
): boolean {
  let isAllowed = false;
  for (const entry of spec.destinations ?? []) {
    const [name, server, space] = [entry.name ?? '', entry.server ?? '', entry.namespace ?? ''];
    const isName = cluster.name !== '' && matchPermission(name, cluster.name);
    const isServer = cluster.server !== '' && matchPermission(server, cluster.server);
    const isNamespace = matchPermission(space, namespace);
    if ((isServer || isName) && isNamespace) {
      isAllowed = true;
      continue;
    }
    if (isDenyPattern(name) && !isName) return false;
    if (isDenyPattern(server) && !isServer && isNamespace) return false;
    if (isDenyPattern(space) && !isNamespace && isServer) return false;
  }
  return isAllowed;
}
