import { occurrenceFrom } from '../schedule/occurrences';
import type { Span } from '../schedule/parse-window';
import { judgeStates, type ReadWindow } from './can-sync';

/** Edges that are looked past before the answer is "not soon". */
const MAX_EDGES = 200;

interface Timeline {
  owner: ReadWindow;
  span: Span;
  /** Holding now or next. */
  occurrence: { from: Date; until: Date | undefined } | undefined;
}

/** The first edge after which a new sync is treated differently from now; undefined when there is none soon. */
export function nextChange(
  windows: readonly ReadWindow[],
  now: Date,
  isManual: boolean,
): { at: Date; allowed: boolean } | undefined {
  const timelines = windows.flatMap((owner): Timeline[] =>
    owner.parsed.ok
      ? owner.parsed.spans.map((span) => ({ owner, span, occurrence: occurrenceFrom(span, now) }))
      : [],
  );
  const before = isAllowedAfter(windows, timelines, now, isManual);
  let at = now;
  for (let count = 0; count < MAX_EDGES; count += 1) {
    const edge = nextEdge(timelines, at);
    if (!edge) return undefined;
    at = edge;
    for (const timeline of timelines) {
      const { until } = timeline.occurrence ?? {};
      if (until && until <= at) timeline.occurrence = occurrenceFrom(timeline.span, at);
    }
    const allowed = isAllowedAfter(windows, timelines, at, isManual);
    if (allowed !== before) return { at, allowed };
  }
  return undefined;
}

function nextEdge(timelines: readonly Timeline[], at: Date): Date | undefined {
  const edges = timelines.flatMap(({ occurrence }) => {
    const edge = occurrence && (occurrence.from > at ? occurrence.from : occurrence.until);
    return edge ? [edge] : [];
  });
  return edges.reduce<Date | undefined>((first, edge) => (!first || edge < first ? edge : first), undefined);
}

/** Edges belong to no occurrence: what counts is what holds a moment later. */
function isAllowedAfter(
  windows: readonly ReadWindow[],
  timelines: readonly Timeline[],
  at: Date,
  isManual: boolean,
): boolean {
  const states = windows.map((owner) => ({
    ...owner,
    occurrence: timelines.find(
      (each) => each.owner === owner && each.occurrence !== undefined && each.occurrence.from <= at,
    )?.occurrence,
  }));
  return judgeStates(states, isManual).allowed;
}
