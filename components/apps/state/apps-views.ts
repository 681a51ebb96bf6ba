import type { Facets } from '@/lib/contracts/application/application-query';

export interface AppsView {
  readonly key: string;
  /** What the tab stands for; the address carries it as `q`. */
  readonly filter: string;
  readonly count: number | undefined;
  /** An environment's own name; else the key names a text. */
  readonly name?: string;
}

const environmentsShown = 3;

/** The tabs of /apps: all, the biggest environments, and the questions that people come with. Counts are the server's. */
export function appsViews(all: number | undefined, facets: Facets): AppsView[] {
  const sum = (facet: string, values: readonly string[]): number | undefined => {
    const counts = facets[facet];
    if (!counts) return undefined;
    return counts
      .filter(({ value }) => values.includes(value.toLowerCase()))
      .reduce((total, { count }) => total + count, 0);
  };
  const environments = (facets['env'] ?? [])
    .filter(({ value }) => value !== 'none')
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .slice(0, environmentsShown)
    .map(({ value, count }): AppsView => ({
      key: `env-${value}`,
      filter: `env:${value}`,
      count,
      name: value,
    }));
  return [
    { key: 'all', filter: '', count: all },
    ...environments,
    { key: 'attention', filter: 'health:degraded,missing', count: sum('health', ['degraded', 'missing']) },
    { key: 'behind', filter: 'sync:outofsync', count: sum('sync', ['outofsync']) },
    { key: 'today', filter: 'changed<1d', count: undefined },
  ];
}
