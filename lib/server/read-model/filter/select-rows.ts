import type { Facets, FilterKey } from '@/lib/contracts/application/application-query';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import { VALUES_OF, matchesToken } from './matches-token';
import type { FilterToken } from './parse-filter';

const FACETS = [
  'health',
  'sync',
  'env',
  'project',
  'cluster',
  'namespace',
  'operation',
  'window',
  'auto',
] as const;

/** Rows that all tokens hold for, and counts per value: a facet counts as if its own tokens were not there. */
export function selectRows(
  rows: readonly ApplicationRow[],
  tokens: readonly FilterToken[],
  now: Date,
): { selected: ApplicationRow[]; facets: Facets } {
  const selected: ApplicationRow[] = [];
  const counts = new Map(FACETS.map((key) => [key, new Map<string, number>()] as const));
  for (const row of rows) {
    const failed = tokens.filter((token) => !matchesToken(row, token, now));
    if (failed.length === 0) selected.push(row);
    const only = onlyKeyOf(failed);
    for (const [key, values] of counts) {
      if (failed.length > 0 && only !== key) continue;
      for (const value of VALUES_OF[key](row)) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  const facets = [...counts].map(([key, values]) => [key, sortedCounts(values)] as const);
  return { selected, facets: Object.fromEntries(facets) };
}

/** The key that all failed tokens share, if they do. */
function onlyKeyOf(failed: readonly FilterToken[]): FilterKey | undefined {
  const [first] = failed;
  if (first?.type !== 'values') return undefined;
  return failed.every((token) => token.type === 'values' && token.key === first.key) ? first.key : undefined;
}

function sortedCounts(values: Map<string, number>): { value: string; count: number }[] {
  return [...values]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}
