import { BUILT_IN_CHECKS } from './checks/built-in-checks';
import { CORE_KINDS } from './checks/kubernetes/core-kinds';
import type { HealthCheck } from './rules/health-check';

const exact = new Map<string, HealthCheck>();
/** Wildcard keys in the order of their text, so that the choice among several never depends on the table's layout. */
const wildcards: { pattern: RegExp; check: HealthCheck }[] = [];

for (const [key, check] of Object.entries(BUILT_IN_CHECKS).sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (key.includes('*')) wildcards.push({ pattern: patternOf(key), check });
  else exact.set(key, check);
}

/** The built-in check of a kind: its own, else that of a matching wildcard; undefined for a kind without one. */
export function findHealthCheck(group: string, kind: string): HealthCheck | undefined {
  const key = keyOf(group, kind);
  return exact.get(key) ?? wildcards.find(({ pattern }) => pattern.test(key))?.check;
}

/** The check of a kind that Argo CD's engine judges by itself, without its collection of customisations. */
export function findCoreCheck(group: string, kind: string): HealthCheck | undefined {
  return CORE_KINDS[keyOf(group, kind)];
}

const keyOf = (group: string, kind: string): string => (group === '' ? kind : `${group}/${kind}`);

function patternOf(key: string): RegExp {
  const parts = key.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`);
}
