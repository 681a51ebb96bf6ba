import { defineRoute } from '@/lib/server/http/define-route';
import { receiveWebhook } from '@/lib/server/services/webhooks/receive-webhook';

/** Argo CD's address for every provider: the headers say which one it is. */
export const POST = defineRoute({
  summary: 'A provider says that a repository changed',
  permission: 'public',
  rawBody: true,
  handler: ({ request, bytes, ...context }) =>
    receiveWebhook(context, { headers: request.headers, body: bytes }),
});
