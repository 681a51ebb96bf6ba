import { matchGlob } from '../glob/match-glob';
import type { ResourceKey } from '../resource/resource-key';
import type { AppProjectSpec } from './app-project';

/** What every namespace has without anybody asking. */
const BUILT_IN: ((key: ResourceKey) => boolean)[] = [
  (key) => key.kind === 'Service' && key.name === 'kubernetes' && key.namespace === 'default',
  (key) => key.kind === 'ServiceAccount' && key.name === 'default',
  (key) => key.kind === 'ConfigMap' && key.name === 'kube-root-ca.crt',
];

/**
 * Of the top-level objects in a destination namespace those that no Application owns. Empty where the project does not
 * monitor orphans; entries of `ignore` are globs, an empty kind or name means any.
 */
export function findOrphans<T extends { key: ResourceKey }>(
  spec: Pick<AppProjectSpec, 'orphanedResources'>,
  topLevel: readonly T[],
  isManaged: (resource: T) => boolean,
): T[] {
  const monitored = spec.orphanedResources;
  if (!monitored) return [];
  return topLevel.filter((resource) => {
    const { key } = resource;
    if (key.group === '' && BUILT_IN.some((is) => is(key))) return false;
    const isIgnored = (monitored.ignore ?? []).some(
      (rule) =>
        (!rule.kind || matchGlob(rule.kind, key.kind)) &&
        matchGlob(rule.group ?? '', key.group) &&
        (!rule.name || matchGlob(rule.name, key.name)),
    );
    return !isIgnored && !isManaged(resource);
  });
}

/** The condition's text; undefined when nothing is to be said. */
export function orphanWarning(
  spec: Pick<AppProjectSpec, 'orphanedResources'>,
  orphans: number,
): string | undefined {
  const warns = spec.orphanedResources && spec.orphanedResources.warn !== false;
  return warns && orphans > 0 ? `Application has ${orphans} orphaned resources` : undefined;
}
