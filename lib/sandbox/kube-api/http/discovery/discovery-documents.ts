import { apiVersionOf, type KindDefinition } from '../../registry/kind-definition';
import type { KindRegistry } from '../../registry/kind-registry';

const SUBRESOURCE_VERBS = ['get', 'patch', 'update'];

interface Subresource {
  name: string;
  group: string;
  version: string;
  kind: string;
  verbs: readonly string[];
}

/** `/api` and `/apis` in the aggregated form (apidiscovery.k8s.io/v2). */
export function aggregatedDiscovery(kinds: KindRegistry, isCore: boolean): object {
  const groups = [...kinds.groups()].filter(([group]) => (group === '') === isCore);
  const items = groups.map(([group, versions]) => ({
    metadata: { ...(group === '' ? {} : { name: group }), creationTimestamp: null },
    versions: versions.map((version) => ({
      version,
      freshness: 'Current',
      resources: resourcesOf(kinds, group, version).map((kind) => ({
        resource: kind.plural,
        responseKind: { group: kind.group, version: kind.version, kind: kind.kind },
        scope: kind.namespaced ? 'Namespaced' : 'Cluster',
        singularResource: kind.singular,
        verbs: kind.verbs,
        ...(kind.shortNames.length > 0 ? { shortNames: kind.shortNames } : {}),
        ...(kind.categories.length > 0 ? { categories: kind.categories } : {}),
        ...withSubresources(kind),
      })),
    })),
  }));
  return { kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', metadata: {}, items };
}

function withSubresources(kind: KindDefinition): object {
  const subresources = subresourcesOf(kind).map((each) => ({
    subresource: each.name,
    responseKind: { group: each.group, version: each.version, kind: each.kind },
    verbs: each.verbs,
  }));
  return subresources.length > 0 ? { subresources } : {};
}

/** `/apis` and `/apis/<group>` in the older form. */
export function groupDocument(group: string, versions: readonly string[]): object {
  const entries = versions.map((version) => ({ groupVersion: `${group}/${version}`, version }));
  return { name: group, versions: entries, preferredVersion: entries[0] };
}

export function groupListDocument(kinds: KindRegistry): object {
  const groups = [...kinds.groups()].filter(([group]) => group !== '');
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.map(([group, versions]) => groupDocument(group, versions)),
  };
}

/** `/api/v1` and `/apis/<group>/<version>`; undefined when there is no such group version. */
export function resourceListDocument(
  kinds: KindRegistry,
  group: string,
  version: string,
): object | undefined {
  const served = resourcesOf(kinds, group, version);
  if (served.length === 0) return undefined;
  const resources = served.flatMap((kind) => [
    {
      name: kind.plural,
      singularName: kind.singular,
      namespaced: kind.namespaced,
      kind: kind.kind,
      verbs: kind.verbs,
      ...(kind.shortNames.length > 0 ? { shortNames: kind.shortNames } : {}),
      ...(kind.categories.length > 0 ? { categories: kind.categories } : {}),
    },
    ...subresourcesOf(kind).map((each) => ({
      name: `${kind.plural}/${each.name}`,
      singularName: '',
      namespaced: kind.namespaced,
      ...(each.group === group ? {} : { group: each.group, version: each.version }),
      kind: each.kind,
      verbs: each.verbs,
    })),
  ]);
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersionOf({ group, version }),
    resources,
  };
}

function resourcesOf(kinds: KindRegistry, group: string, version: string): KindDefinition[] {
  return kinds.all().filter((kind) => kind.group === group && kind.version === version);
}

function subresourcesOf(kind: KindDefinition): Subresource[] {
  const { group, version } = kind;
  return [
    ...kind.otherSubresources.map((each) => ({ ...each, group, version })),
    ...(kind.scale
      ? [{ name: 'scale', group: 'autoscaling', version: 'v1', kind: 'Scale', verbs: SUBRESOURCE_VERBS }]
      : []),
    ...(kind.hasStatus
      ? [{ name: 'status', group, version, kind: kind.kind, verbs: SUBRESOURCE_VERBS }]
      : []),
  ];
}
