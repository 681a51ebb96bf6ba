import { z } from 'zod';
import { defineRoute } from '@/lib/server/http/define-route';
import { WEBHOOK_PROVIDERS } from '@/lib/server/services/webhooks/webhook-reader';
import { receiveWebhook } from '@/lib/server/services/webhooks/receive-webhook';

export const POST = defineRoute({
  summary: 'A provider says that a repository changed',
  permission: 'public',
  params: z.object({ provider: z.enum(WEBHOOK_PROVIDERS) }),
  rawBody: true,
  handler: ({ request, params, bytes, ...context }) =>
    receiveWebhook(context, { provider: params.provider, headers: request.headers, body: bytes }),
});
