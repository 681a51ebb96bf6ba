import type { ClusterView } from '@/lib/contracts/platform/cluster';
import type { RepositoryView } from '@/lib/contracts/platform/repository';
import { sourcesOf } from '@/lib/domain/application/application';
import type { Engine } from '@/lib/engine/engine';
import { resolveDestination } from '@/lib/engine/reconcile/destination';

export function clusterViews(engine: Engine): ClusterView[] {
  return engine.clusters.all().map((cluster) => {
    const { state, since, message } = cluster.cache.state;
    const { kubeVersion, resources } = cluster.cache.capabilities;
    const status = state === 'connected' ? 'Successful' : state === 'connecting' ? 'Unknown' : 'Failed';
    const connectionState = { status, message, attemptedAt: since.toISOString() } as const;
    const applicationsCount = engine.control.applications().filter((app) => {
      const destination = resolveDestination(app.spec.destination, engine.clusters);
      return destination.ok && destination.cluster === cluster;
    }).length;
    const { server, name, namespaces, labels, annotations } = cluster;
    const info = {
      serverVersion: kubeVersion,
      applicationsCount,
      connectionState,
      cacheInfo: { resourcesCount: cluster.cache.size, apisCount: resources.length },
    };
    return {
      server,
      name,
      namespaces,
      labels,
      annotations,
      project: '',
      serverVersion: kubeVersion,
      connectionState,
      info,
      state,
      stateSince: since.toISOString(),
    };
  });
}

/** Declared repositories, and those that Applications use without a Secret. */
export function repositoryViews(engine: Engine): RepositoryView[] {
  const declared = engine.control.registry.flatMap((each) =>
    each.type === 'repository' ? [each.repository] : [],
  );
  const connectionState = { status: 'Unknown', message: '', attemptedAt: null } as const;
  const known = declared.map(
    ({ url, name, type, project, insecure, enableOCI, username, password, sshPrivateKey }) => ({
      ...{ repo: url, name, type, project, insecure, enableOCI, connectionState },
      hasCredentials: Boolean(username || password || sshPrivateKey),
    }),
  );
  const used = new Set(
    engine.control.applications().flatMap((app) => sourcesOf(app.spec).map((source) => source.repoURL)),
  );
  const others = [...used].filter((url) => !declared.some((each) => each.url === url));
  return [
    ...known,
    ...others.map((repo) => ({
      repo,
      name: '',
      type: 'git' as const,
      project: '',
      insecure: false,
      enableOCI: false,
      connectionState,
      hasCredentials: false,
    })),
  ];
}
