import picomatch from 'picomatch';
import type { ArgoSettings, ResourceFilter } from './argo-settings';

/** Kinds that Argo CD never watches: they are events or measurements, not state. */
const NEVER = new Set([
  '/Event',
  'events.k8s.io/Event',
  'metrics.k8s.io/NodeMetrics',
  'metrics.k8s.io/PodMetrics',
  'coordination.k8s.io/Lease',
]);

/** Whether a kind of a cluster is neither watched nor managed: built-in exclusions, then `resource.inclusions` and `.exclusions`. */
export function isResourceExcluded(
  kind: { group: string; kind: string },
  cluster: string,
  settings: Pick<ArgoSettings, 'exclusions' | 'inclusions'>,
): boolean {
  if (NEVER.has(`${kind.group}/${kind.kind}`)) return true;
  const matches = (filter: ResourceFilter): boolean =>
    someGlob(filter.apiGroups, kind.group) &&
    someGlob(filter.kinds, kind.kind) &&
    someGlob(filter.clusters, cluster);
  if (settings.inclusions.length > 0 && !settings.inclusions.some(matches)) return true;
  return settings.exclusions.some(matches);
}

function someGlob(patterns: string[], value: string): boolean {
  if (patterns.length === 0) return true;
  return patterns.some(
    (pattern) =>
      pattern === value || pattern === '*' || picomatch.isMatch(value, pattern, { bash: true, dot: true }),
  );
}
