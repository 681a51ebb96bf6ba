import { applicationPageSchema, applicationQuerySchema } from '@/lib/contracts/application/application-query';
import { defineRoute } from '@/lib/server/http/define-route';
import { listApplicationRows } from '@/lib/server/services/applications/list-application-rows';

export const GET = defineRoute({
  summary: 'One page of applications: filtered, sorted, grouped, with facet counts',
  permission: { resource: 'applications', action: 'get' },
  query: applicationQuerySchema,
  response: applicationPageSchema,
  handler: (context) => Promise.resolve(listApplicationRows(context, context.query)),
});
