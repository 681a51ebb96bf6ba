'use client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { StreamEvent, Topic } from '@/lib/contracts/stream/stream-events';
import type { Freshness } from './freshness-store';
import { LiveStream } from './live-stream';

const LiveContext = createContext<LiveStream | undefined>(undefined);

/** Once, below `QueryClientProvider`, around everything that shows live data. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [stream] = useState(() => new LiveStream(client));
  useEffect(() => stream.start(), [stream]);
  return <LiveContext value={stream}>{children}</LiveContext>;
}

function useLiveStream(): LiveStream {
  const stream = use(LiveContext);
  if (!stream) throw new Error('Live data is shown outside <LiveProvider>.');
  return stream;
}

/** Keeps the queries of these topics true while the component is mounted. */
export function useLive(...topics: Topic[]): void {
  const stream = useLiveStream();
  const joined = topics.join(',');
  useEffect(() => stream.follow(joined ? (joined.split(',') as Topic[]) : []), [stream, joined]);
}

/** Calls back for every event; the callback must be stable. */
export function useStreamEvents(listener: (event: StreamEvent) => void): void {
  const stream = useLiveStream();
  useEffect(() => stream.listen(listener), [stream, listener]);
}

/** For the freshness pill, with the way to try again at once. */
export function useFreshness(): Freshness & { retryNow: () => void } {
  const stream = useLiveStream();
  const { subscribe, get } = stream.freshness;
  return { ...useSyncExternalStore(subscribe, get, get), retryNow: stream.retryNow };
}
