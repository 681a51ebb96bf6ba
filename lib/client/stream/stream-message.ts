import type { StreamEvent, Topic } from '@/lib/contracts/stream/stream-events';

/**
 * connecting: never had data. live. stale: no byte for 30 s or the connection is lost. signed-out: the server does not
 * know us any more; nothing is retried.
 */
export type ConnectionState = 'connecting' | 'live' | 'stale' | 'signed-out';

/** What a connection tells whoever shows data. */
export type StreamMessage =
  | { type: 'event'; id: string | undefined; event: StreamEvent }
  /** Nobody watched these topics until now: what was read before may have missed a change. */
  | { type: 'opened'; topics: Topic[] }
  | { type: 'state'; state: ConnectionState; lastDataAt: number | null };
