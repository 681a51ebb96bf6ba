import { z } from 'zod';
import type { Topic } from '@/lib/contracts/stream/stream-events';
import { streamEventSchema } from '@/lib/contracts/stream/stream-events';
import { eventStreamResponse } from '@/lib/server/http/answer/event-stream-response';
import { defineRoute } from '@/lib/server/http/define-route';
import { queryList } from '@/lib/server/http/request/query-schemas';

const TOPIC = /^(applications|activity|application\/[^/]+\/[^/]+\/[^/]+|operation\/.+)$/;

const topicsSchema = queryList.pipe(z.array(z.string().regex(TOPIC, 'is not a topic')).max(200));

/** Events of any number of topics on one connection; `Last-Event-ID` goes on where the last one ended. */
export const GET = defineRoute({
  summary: 'Live events (text/event-stream)',
  permission: { resource: 'applications', action: 'get' },
  query: z.object({ topics: topicsSchema }),
  response: streamEventSchema,
  handler: ({ runtime, request, query }) => {
    const lastEventId = request.headers.get('last-event-id') ?? undefined;
    const topics = query.topics as Topic[];
    return Promise.resolve(eventStreamResponse((signal) => runtime.stream.read(topics, signal, lastEventId)));
  },
});
