/** Argo CD's health codes, best to worst (semantics.md §5). */
export const HEALTH_STATUSES = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
] as const;
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

export interface ResourceHealth {
  status: HealthStatus;
  message?: string;
}

/** An empty or unknown `current`, as a custom resource may hold, counts as the best. */
export function isWorseHealth(candidate: HealthStatus, current: HealthStatus): boolean {
  return HEALTH_STATUSES.indexOf(candidate) > Math.max(0, HEALTH_STATUSES.indexOf(current));
}
