'use client';

import { createContext, use, useCallback, useSyncExternalStore } from 'react';

/** The server's time of this page in ms, so that the first paint in the browser says the same ages. */
export const InitialNow = createContext(0);

/** Current time in ms, renewed every `everyMs` (all watchers of a rhythm share one step). */
export function useNow(everyMs = 10_000): number {
  const initial = use(InitialNow);
  const subscribe = useCallback(
    (changed: () => void) => {
      const timer = setInterval(changed, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(Date.now() / everyMs) * everyMs,
    () => initial,
  );
}
