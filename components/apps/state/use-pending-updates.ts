'use client';

import { useCallback, useState } from 'react';
import { useStreamEvents } from '@/lib/client/stream/live-provider';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type { StreamEvent } from '@/lib/contracts/stream/stream-events';

/**
 * How many applications changed since the list was read at `readAt` (ms). Their rows are patched where they
 * stand; order, totals and roll-ups wait until the reader applies them.
 */
export function usePendingUpdates(readAt: number): number {
  const [changed, setChanged] = useState<{ readonly readAt: number; readonly keys: ReadonlySet<string> }>({
    readAt,
    keys: new Set(),
  });
  const listener = useCallback(
    (event: StreamEvent) => {
      if (event.type !== 'applications.changed') return;
      const keys = [...event.rows, ...event.removed].map(formatApplicationRef);
      setChanged((before) => ({
        readAt,
        keys: new Set([...(before.readAt === readAt ? before.keys : []), ...keys]),
      }));
    },
    [readAt],
  );
  useStreamEvents(listener);
  return changed.readAt === readAt ? changed.keys.size : 0;
}
