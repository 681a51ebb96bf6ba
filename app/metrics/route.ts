import { defineRoute } from '@/lib/server/http/define-route';

export const GET = defineRoute({
  summary: 'Metrics for Prometheus',
  permission: 'public',
  response: 'text/plain',
  handler: async ({ runtime }) => {
    const { body, contentType } = await runtime.metrics.render();
    return new Response(body, { headers: { 'content-type': contentType } });
  },
});
