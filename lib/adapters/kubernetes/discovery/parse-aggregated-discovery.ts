import type { ApiResource } from '@/lib/engine/ports/cluster-client';

/** The parts of `APIGroupDiscoveryList` (apidiscovery.k8s.io/v2) that matter here. */
export interface AggregatedDiscovery {
  kind: string;
  items?: {
    metadata?: { name?: string };
    versions?: {
      version: string;
      resources?: {
        resource: string;
        responseKind?: { group?: string; version?: string; kind?: string } | null;
        scope?: string;
        shortNames?: string[];
        verbs?: string[];
        categories?: string[];
        subresources?: { subresource: string }[];
      }[];
    }[];
  }[];
}

/** In the server's order: groups as listed, in each the preferred version first. */
export function parseAggregatedDiscovery(document: AggregatedDiscovery): ApiResource[] {
  return (document.items ?? []).flatMap((item) =>
    (item.versions ?? []).flatMap(({ version, resources }) =>
      (resources ?? []).flatMap((resource): ApiResource[] => {
        const kind = resource.responseKind?.kind;
        if (!kind) return [];
        return [
          {
            group: item.metadata?.name ?? '',
            version,
            kind,
            resource: resource.resource,
            namespaced: resource.scope === 'Namespaced',
            verbs: resource.verbs ?? [],
            subresources: (resource.subresources ?? []).map((each) => each.subresource),
            shortNames: resource.shortNames ?? [],
            categories: resource.categories ?? [],
          },
        ];
      }),
    ),
  );
}
