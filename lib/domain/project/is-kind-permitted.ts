import { matchPathPattern } from '../glob/match-path-pattern';
import type { AppProjectSpec, GroupKindRule } from './app-project';
import { isDestinationPermitted, type DestinationCluster } from './is-destination-permitted';

type KindLists = Pick<
  AppProjectSpec,
  | 'clusterResourceWhitelist'
  | 'clusterResourceBlacklist'
  | 'namespaceResourceWhitelist'
  | 'namespaceResourceBlacklist'
>;

interface NamedKind {
  group: string;
  kind: string;
  name: string;
}

/**
 * Whether a project allows a kind. Of namespaced kinds all are allowed without a list, of cluster-scoped ones none; a
 * deny list wins.
 */
export function isKindPermitted(spec: KindLists, resource: NamedKind, isNamespaced: boolean): boolean {
  if (isNamespaced) {
    const allowed = spec.namespaceResourceWhitelist;
    return (
      (allowed === undefined || isListed(allowed, resource)) &&
      !isListed(spec.namespaceResourceBlacklist ?? [], resource)
    );
  }
  return (
    isListed(spec.clusterResourceWhitelist ?? [], resource) &&
    !isListed(spec.clusterResourceBlacklist ?? [], resource)
  );
}

/** Kind, and for an object in a namespace that namespace too. */
export function isResourcePermitted(
  spec: AppProjectSpec,
  resource: NamedKind & { namespace: string },
  cluster: DestinationCluster | undefined,
  projectClusters?: readonly DestinationCluster[],
): boolean {
  const isNamespaced = resource.namespace !== '';
  if (!isKindPermitted(spec, resource, isNamespaced)) return false;
  return (
    !isNamespaced ||
    isDestinationPermitted(spec, cluster, resource.namespace, projectClusters) === 'permitted'
  );
}

function isListed(rules: readonly GroupKindRule[], resource: NamedKind): boolean {
  return rules.some(
    (rule) =>
      matchPathPattern(rule.kind, resource.kind) &&
      matchPathPattern(rule.group, resource.group) &&
      (!rule.name || matchPathPattern(rule.name, resource.name)),
  );
}
