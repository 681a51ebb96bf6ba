import type { ApiResource } from '@/lib/engine/ports/cluster-client';

/** `/api/v1/namespaces/a/pods/b/status`; without namespace the whole cluster's collection. */
export function resourcePath(
  resource: ApiResource,
  where: { namespace?: string | undefined; name?: string | undefined; subresource?: string | undefined } = {},
): string {
  const base =
    resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
  const namespace = resource.namespaced && where.namespace ? ['namespaces', where.namespace] : [];
  const parts = [...namespace, resource.resource, where.name, where.subresource];
  return [base, ...parts.filter((part) => part !== undefined).map(encodeURIComponent)].join('/');
}

export type QueryValue = string | number | boolean | undefined;

/** Leaves out undefined, empty and false values. */
export function withQuery(path: string, query: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '' && value !== false) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
