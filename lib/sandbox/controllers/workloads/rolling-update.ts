/** Replica counts of one ReplicaSet of a Deployment. */
export interface ReplicaCounts {
  name: string;
  isNew: boolean;
  replicas: number;
  available: number;
}

export interface RolloutLimits {
  wanted: number;
  maxSurge: number;
  maxUnavailable: number;
}

/** `25%` of `total` or a number; surge rounds up, unavailability down. */
export function resolveCount(value: unknown, total: number, round: 'up' | 'down', absent: string): number {
  const given = value ?? absent;
  if (typeof given === 'number') return given;
  if (typeof given !== 'string') return 0;
  if (!given.endsWith('%')) return Number.parseInt(given, 10) || 0;
  const exact = (total * Number.parseInt(given, 10)) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

/**
 * Next replica counts of a rolling update: the new set grows within the surge, old sets shrink while enough Pods are
 * available; unavailable old Pods go first.
 */
export function nextRollingCounts(
  sets: ReplicaCounts[],
  { wanted, maxSurge, maxUnavailable }: RolloutLimits,
): Map<string, number> {
  const counts = new Map(sets.map((set) => [set.name, set.replicas]));
  const newest = sets.find((set) => set.isNew);
  if (!newest) return counts;
  const total = sets.reduce((sum, set) => sum + set.replicas, 0);
  const room = wanted + maxSurge - total;
  if (newest.replicas > wanted) counts.set(newest.name, wanted);
  else if (newest.replicas < wanted && room > 0)
    counts.set(newest.name, Math.min(wanted, newest.replicas + room));
  const old = sets.filter((set) => !set.isNew && set.replicas > 0);
  const newUnavailable = newest.replicas - newest.available;
  let removable = total - (wanted - maxUnavailable) - newUnavailable;
  for (const set of old) {
    const broken = Math.min(set.replicas - set.available, Math.max(0, removable));
    counts.set(set.name, set.replicas - broken);
    removable -= broken;
  }
  const available = sets.reduce((sum, set) => sum + set.available, 0);
  let spare = available - (wanted - maxUnavailable);
  for (const set of old) {
    const left = counts.get(set.name) ?? 0;
    const taken = Math.min(left, Math.max(0, spare));
    counts.set(set.name, left - taken);
    spare -= taken;
  }
  return counts;
}
