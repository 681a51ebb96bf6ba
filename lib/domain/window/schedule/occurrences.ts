import type { Span } from './parse-window';

export interface Occurrence {
  from: Date;
  until: Date;
}

/** Most occurrences that one question may bring. */
const MAX_OCCURRENCES = 2_000;

/** The occurrence that holds at an instant. Neither its first nor its last instant belongs to it. */
export function occurrenceAt(spans: readonly Span[], at: Date): Occurrence | undefined {
  for (const span of spans) {
    let start = span.nextStart(new Date(at.getTime() - span.longestMs));
    for (let count = 0; start && start < at && count < MAX_OCCURRENCES; count += 1) {
      const until = span.endOf(start);
      if (until > at) return { from: start, until };
      start = span.nextStart(start);
    }
  }
  return undefined;
}

/** Occurrences that touch a stretch of time, in order; overlapping ones of one window are joined. */
export function occurrencesBetween(spans: readonly Span[], from: Date, until: Date): Occurrence[] {
  const found = spans.flatMap((span) => {
    const list: Occurrence[] = [];
    let start = span.nextStart(new Date(from.getTime() - span.longestMs));
    while (start && start < until && list.length < MAX_OCCURRENCES) {
      const end = span.endOf(start);
      if (end > from && end > start) list.push({ from: start, until: end });
      start = span.nextStart(start);
    }
    return list;
  });
  return join(found.sort((a, b) => a.from.getTime() - b.from.getTime()));
}

function join(sorted: readonly Occurrence[]): Occurrence[] {
  const joined: Occurrence[] = [];
  for (const each of sorted) {
    const last = joined.at(-1);
    if (last && each.from < last.until) last.until = each.until > last.until ? each.until : last.until;
    else joined.push({ ...each });
  }
  return joined;
}

/** Starts that are followed while occurrences overlap; what goes on beyond counts as having no end. */
const MAX_JOINED = 100;

/** The occurrence that holds at an instant or comes next, joined with what overlaps it. `until` is absent for no end. */
export function occurrenceFrom(span: Span, at: Date): { from: Date; until: Date | undefined } | undefined {
  let from = span.nextStart(new Date(at.getTime() - span.longestMs));
  while (from && (span.endOf(from) <= at || span.endOf(from) <= from)) {
    if (span.longestMs <= 0) return undefined;
    from = span.nextStart(from);
  }
  if (!from) return undefined;
  let until = span.endOf(from);
  let next = span.nextStart(from);
  for (let count = 0; next && next <= until; count += 1) {
    if (count >= MAX_JOINED) return { from, until: undefined };
    until = span.endOf(next);
    next = span.nextStart(next);
  }
  return { from, until };
}
