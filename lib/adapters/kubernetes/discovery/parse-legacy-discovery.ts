import type { ApiResource } from '@/lib/engine/ports/cluster-client';

export interface ApiGroup {
  name: string;
  preferredVersion?: { version: string };
  versions: { version: string }[];
}

/** `APIResourceList` of one group version. */
export interface LegacyResourceList {
  resources?: {
    name: string;
    kind: string;
    namespaced: boolean;
    verbs?: string[];
    shortNames?: string[];
    categories?: string[];
  }[];
}

/** Preferred version first. */
export function versionsOf(group: ApiGroup): string[] {
  const preferred = group.preferredVersion?.version;
  const all = group.versions.map((each) => each.version);
  return preferred === undefined ? all : [preferred, ...all.filter((version) => version !== preferred)];
}

/** Entries named `deployments/scale` become subresources of `deployments`. */
export function parseLegacyResources(
  group: string,
  version: string,
  list: LegacyResourceList,
): ApiResource[] {
  const all = list.resources ?? [];
  return all
    .filter((each) => !each.name.includes('/'))
    .map((each) => ({
      group,
      version,
      kind: each.kind,
      resource: each.name,
      namespaced: each.namespaced,
      verbs: each.verbs ?? [],
      subresources: all
        .filter((other) => other.name.startsWith(`${each.name}/`))
        .map((other) => other.name.slice(each.name.length + 1)),
      shortNames: each.shortNames ?? [],
      categories: each.categories ?? [],
    }));
}
