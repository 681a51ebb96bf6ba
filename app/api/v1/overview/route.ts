import { overviewSchema } from '@/lib/contracts/platform/overview';
import { defineRoute } from '@/lib/server/http/define-route';
import { getOverview } from '@/lib/server/services/platform/get-overview';

export const GET = defineRoute({
  summary: 'What needs a person, what moves, versions over environments',
  permission: { resource: 'applications', action: 'get' },
  response: overviewSchema,
  handler: getOverview,
});
