import type { WindowRule } from '@/lib/contracts/sync/window';

export interface Span {
  /** ms since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** A stretch in which a rule holds, as shares (0 to 1) of the span shown. */
export interface SpanBlock extends Span {
  readonly start: number;
  readonly end: number;
}

/** The occurrences of a rule that touch the span, cut to it. */
export function spanBlocks(rule: Pick<WindowRule, 'occurrences'>, span: Span): SpanBlock[] {
  const length = span.until - span.from;
  return rule.occurrences
    .map((occurrence) => ({ from: Date.parse(occurrence.from), until: Date.parse(occurrence.until) }))
    .filter((occurrence) => occurrence.until > span.from && occurrence.from < span.until)
    .map((occurrence) => ({
      ...occurrence,
      start: (Math.max(occurrence.from, span.from) - span.from) / length,
      end: (Math.min(occurrence.until, span.until) - span.from) / length,
    }));
}

/** Marks at round times every `everyMs`, so that they stand still while the span moves. */
export function axisTicks(span: Span, everyMs: number): { readonly at: number; readonly share: number }[] {
  const first = Math.ceil(span.from / everyMs) * everyMs;
  const count = Math.max(0, Math.ceil((span.until - first) / everyMs));
  return Array.from({ length: count }, (_, index) => first + index * everyMs)
    .map((at) => ({ at, share: (at - span.from) / (span.until - span.from) }))
    .filter((tick) => tick.share <= 0.9);
}
