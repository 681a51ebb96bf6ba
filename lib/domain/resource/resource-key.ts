import type { KubernetesObject } from './kubernetes-object';

/** Identity of an object within one cluster. No version: versions of one kind are the same object. */
export interface ResourceKey {
  group: string;
  kind: string;
  /** Empty for cluster-scoped objects. */
  namespace: string;
  name: string;
}

export interface GroupVersionKind {
  group: string;
  version: string;
  kind: string;
}

/** Splits `apps/v1` into group and version; the core group is the empty string. */
export function splitApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf('/');
  return slash < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

export function gvkOf(object: Pick<KubernetesObject, 'apiVersion' | 'kind'>): GroupVersionKind {
  return { ...splitApiVersion(object.apiVersion), kind: object.kind };
}

export function resourceKeyOf(object: KubernetesObject): ResourceKey {
  return {
    group: splitApiVersion(object.apiVersion).group,
    kind: object.kind,
    namespace: object.metadata.namespace ?? '',
    name: object.metadata.name ?? '',
  };
}

/** `group/kind/namespace/name`, usable as a map key; unambiguous as none of the parts holds a slash. */
export function formatResourceKey(key: ResourceKey): string {
  return `${key.group}/${key.kind}/${key.namespace}/${key.name}`;
}

/** Inverse of {@link formatResourceKey}; undefined unless there are exactly four parts with kind and name. */
export function parseResourceKey(text: string): ResourceKey | undefined {
  const [group, kind, namespace, name, ...rest] = text.split('/');
  if (rest.length > 0 || group === undefined || namespace === undefined || !kind || !name) return undefined;
  return { group, kind, namespace, name };
}

export function isSameResource(a: ResourceKey, b: ResourceKey): boolean {
  return a.group === b.group && a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
}
