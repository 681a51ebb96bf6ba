import type { ApiResource } from '../ports/cluster-client';

/** `group/version` and `group/version/Kind` of all that is served, sorted, as Helm's `--api-versions` takes them. */
export function supportedVersions(resources: readonly ApiResource[]): string[] {
  const versions = new Set<string>();
  for (const { group, version, kind } of resources) {
    const groupVersion = group ? `${group}/${version}` : version;
    versions.add(groupVersion);
    versions.add(`${groupVersion}/${kind}`);
  }
  return [...versions].sort();
}
