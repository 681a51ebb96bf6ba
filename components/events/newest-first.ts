import type { ResourceEvent } from '@/lib/contracts/resource/live-resource';

/** Latest sighting first; events without a time last. */
export function newestFirst(events: readonly ResourceEvent[]): ResourceEvent[] {
  return [...events].sort(
    (a, b) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? '') || a.uid.localeCompare(b.uid),
  );
}
