import { activityPageSchema, activityQuerySchema } from '@/lib/contracts/platform/activity';
import { defineRoute } from '@/lib/server/http/define-route';
import { listActivity } from '@/lib/server/services/activity/list-activity';

export const GET = defineRoute({
  summary: 'The audit trail, newest first',
  permission: { resource: 'activity', action: 'get' },
  query: activityQuerySchema,
  response: activityPageSchema,
  handler: (context) => listActivity(context, context.query),
});
