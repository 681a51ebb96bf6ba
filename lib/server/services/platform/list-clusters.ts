import type { ClusterList, ClusterView } from '@/lib/contracts/platform/cluster';
import { notFound } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';

export function listClusters(context: RequestContext, filter: { server: string; name: string }): ClusterList {
  const { engine, authorizer } = context.runtime;
  const items = engine
    .clusters()
    .filter(
      (cluster) =>
        (!filter.server || cluster.server === filter.server) &&
        (!filter.name || cluster.name === filter.name) &&
        authorizer.can(context.caller, { resource: 'clusters', action: 'get' }, cluster.server),
    );
  return { metadata: {}, items };
}

/** By its address, or by its name with `id.type=name`, as in Argo CD. */
export function getCluster(context: RequestContext, id: string, idType: string): ClusterView {
  const filter = idType === 'name' ? { server: '', name: id } : { server: id, name: '' };
  const [cluster] = listClusters(context, filter).items;
  if (!cluster) throw notFound(`cluster ${id}`);
  return cluster;
}
