import type { SyncWindow } from '@/lib/domain/project/app-project';
import { occurrencesBetween } from '@/lib/domain/window/schedule/occurrences';
import { parseWindow } from '@/lib/domain/window/schedule/parse-window';

export type LaneState = 'open' | 'closed' | 'outside';

/** A stretch of a lane: what holds, not which rules exist. `rule` closes or opens it; absent where no rule has a say. */
export interface LaneSegment {
  from: Date;
  until: Date;
  state: LaneState;
  rule?: SyncWindow;
}

interface Judged {
  window: SyncWindow;
  occurrences: { from: Date; until: Date }[];
  isBroken: boolean;
}

/** Effective state over a stretch of time: an active deny closes, an active allow opens, other times of allows are outside hours (semantics.md §7). */
export function laneSegments(windows: readonly SyncWindow[], from: Date, until: Date): LaneSegment[] {
  const judged = windows.map((window): Judged => {
    const parsed = parseWindow(window);
    return {
      window,
      isBroken: !parsed.ok,
      occurrences: parsed.ok ? occurrencesBetween(parsed.spans, from, until) : [],
    };
  });
  const edges = new Set([from.getTime(), until.getTime()]);
  for (const { occurrences } of judged)
    for (const each of occurrences)
      for (const edge of [each.from.getTime(), each.until.getTime()])
        if (edge > from.getTime() && edge < until.getTime()) edges.add(edge);
  const times = [...edges].sort((a, b) => a - b);
  const segments = times
    .slice(0, -1)
    .map((start, index) => stateOf(judged, start, times[index + 1] ?? start));
  return joinEqual(segments);
}

function stateOf(judged: readonly Judged[], start: number, end: number): LaneSegment {
  const span = { from: new Date(start), until: new Date(end) };
  const middle = (start + end) / 2;
  const isActive = (each: Judged) =>
    each.occurrences.some(
      (occurrence) => occurrence.from.getTime() < middle && occurrence.until.getTime() > middle,
    );
  const closing =
    judged.find((each) => each.isBroken) ??
    judged.find((each) => each.window.kind === 'deny' && isActive(each));
  if (closing) return { ...span, state: 'closed', rule: closing.window };
  const allows = judged.filter((each) => each.window.kind !== 'deny');
  const opening = allows.find(isActive);
  if (opening) return { ...span, state: 'open', rule: opening.window };
  return { ...span, state: allows.length > 0 ? 'outside' : 'open' };
}

function joinEqual(segments: readonly LaneSegment[]): LaneSegment[] {
  const joined: LaneSegment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last?.state === segment.state && last.rule === segment.rule) last.until = segment.until;
    else joined.push({ ...segment });
  }
  return joined;
}
