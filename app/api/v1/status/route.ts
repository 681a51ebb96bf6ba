import { engineStatusSchema } from '@/lib/contracts/platform/engine-status';
import { defineRoute } from '@/lib/server/http/define-route';

export const GET = defineRoute({
  summary: 'How live the data of each cluster is',
  permission: { resource: 'clusters', action: 'get' },
  response: engineStatusSchema,
  handler: ({ runtime }) => Promise.resolve(runtime.engine.status()),
});
