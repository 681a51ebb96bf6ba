import type { FilterKey } from '@/lib/contracts/application/application-query';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { FilterToken } from './parse-filter';

type Values = (row: ApplicationRow) => string[];

/** What a row has under each filter key; also what facets count. */
export const VALUES_OF = {
  health: (row) => [row.health.status],
  sync: (row) => [row.sync.status],
  env: (row) => [row.environment ?? 'none'],
  project: (row) => [row.project],
  cluster: (row) => [row.destination.cluster],
  namespace: (row) => [row.destination.namespace],
  name: (row) => [row.name],
  label: (row) => Object.entries(row.labels).flatMap(([key, value]) => [key, `${key}=${value}`]),
  operation: (row) => [row.operation?.phase ?? 'None'],
  window: (row) => [row.window.open ? 'open' : 'closed'],
  auto: (row) => autoSyncWords(row),
  condition: (row) => row.conditions.map((each) => each.type),
  repo: (row) => [row.source.repoURL],
  version: (row) => [row.version],
  image: (row) => row.images,
} as const satisfies Record<FilterKey, Values>;

/** Long texts are found by a part of them; states and names of things must be equal. A `*` stands for anything. */
const FOUND_BY_PART = new Set<FilterKey>(['name', 'repo', 'version', 'image']);

export function matchesToken(row: ApplicationRow, token: FilterToken, now: Date): boolean {
  return holds(row, token, now) !== token.negated;
}

function holds(row: ApplicationRow, token: FilterToken, now: Date): boolean {
  switch (token.type) {
    case 'text':
      return `${row.namespace}/${row.name}`.toLowerCase().includes(token.text);
    case 'values': {
      const has = VALUES_OF[token.key](row).map((value) => value.toLowerCase());
      const byPart = FOUND_BY_PART.has(token.key);
      return token.values.some((wanted) => has.some((value) => isMatch(value, wanted, byPart)));
    }
    case 'age': {
      const since = token.key === 'changed' ? row.lastDeploy?.at : row.driftSince;
      if (!since) return false;
      return now.getTime() - Date.parse(since) < token.ms === token.newerThan;
    }
  }
}

function isMatch(value: string, wanted: string, byPart: boolean): boolean {
  if (wanted.includes('*')) return globToRegExp(wanted).test(value);
  return byPart ? value.includes(wanted) : value === wanted;
}

function globToRegExp(glob: string): RegExp {
  const escaped = glob.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`);
}

function autoSyncWords({ autoSync }: ApplicationRow): string[] {
  if (!autoSync.enabled) return ['off'];
  return ['on', ...(autoSync.prune ? ['prune'] : []), ...(autoSync.selfHeal ? ['selfheal'] : [])];
}
