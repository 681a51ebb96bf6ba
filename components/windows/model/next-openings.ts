import type { SyncWindow } from '@/lib/domain/project/app-project';
import { laneSegments, type LaneSegment } from './lane-segments';

const HORIZON_DAYS = 90;

/** The next stretches in which a sync may run, the present one included while it lasts. */
export function nextOpenings(windows: readonly SyncWindow[], now: Date, count = 5): LaneSegment[] {
  const until = new Date(now.getTime() + HORIZON_DAYS * 86_400_000);
  return laneSegments(windows, now, until)
    .filter((segment) => segment.state === 'open')
    .slice(0, count);
}
