'use client';

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import type { ShownLine } from '../model/log-buffer';

/** Which lines of a long log are drawn; wrapped lines are measured. */
export function useLogVirtualizer(
  box: RefObject<HTMLDivElement | null>,
  lines: readonly ShownLine[],
): Virtualizer<HTMLDivElement, Element> {
  return useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 20,
    getItemKey: (index) => lines[index]?.number ?? index,
    overscan: 20,
    initialRect: { width: 1000, height: 600 },
  });
}
