import type { ApplicationDestination } from '@/lib/domain/application/application-spec';
import type { ClusterConnection, ClusterConnections } from '../control/cluster-connections';

export type DestinationResult = { ok: true; cluster: ClusterConnection } | { ok: false; message: string };

/** The cluster that a destination names, by server or by name; messages as Argo CD words them. */
export function resolveDestination(
  destination: ApplicationDestination,
  clusters: ClusterConnections,
): DestinationResult {
  const { server = '', name = '' } = destination;
  if (server && name) {
    return {
      ok: false,
      message: `application destination can't have both name and server defined: ${name} ${server}`,
    };
  }
  if (!server && !name) return { ok: false, message: 'Destination server missing from app spec' };
  if (server) {
    const cluster = clusters.byServer(server);
    return cluster
      ? { ok: true, cluster }
      : {
          ok: false,
          message: `there is no cluster with this address: ${server}; add it as a cluster Secret`,
        };
  }
  const [cluster, another] = clusters.byName(name);
  if (!cluster) return { ok: false, message: `there are no clusters with this name: ${name}` };
  if (another)
    return { ok: false, message: `there are 2 clusters with the same name: ${name}; use the server address` };
  return { ok: true, cluster };
}
