'use client';

import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';

interface RowVirtualizerOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly heightOf: (index: number) => number;
  readonly keyOf: (index: number) => string;
  /** Stays in the document wherever the list is scrolled to, so that focus is never lost. */
  readonly pinned: number;
}

/** Which rows of a long list are drawn, and where. Heights are in px. */
export function useRowVirtualizer(options: RowVirtualizerOptions): Virtualizer<HTMLDivElement, Element> {
  const { scroller, count, heightOf, keyOf, pinned } = options;
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 8,
    initialRect: { width: 1200, height: 800 },
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), pinned])]
        .filter((index) => index < count)
        .sort((a, b) => a - b),
  });
  useEffect(() => virtual.measure(), [virtual, heightOf]);
  return virtual;
}
