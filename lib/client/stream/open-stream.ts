import type { Topic } from '@/lib/contracts/stream/stream-events';
import { apiRoutes, withQuery } from '../routes';

/** The product's own stream. Not `EventSource`: that hides 401 and cannot say how silent the server is. */
export function openStream(
  topics: Topic[],
  lastEventId: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(withQuery(apiRoutes.stream, { topics: topics.join(',') }), {
    headers: { accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    credentials: 'same-origin',
    cache: 'no-store',
    signal,
  });
}
