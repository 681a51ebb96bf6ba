import { applicationDetailSchema } from '@/lib/contracts/application/application-detail';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams } from '@/lib/server/http/request/query-schemas';
import { getApplicationDetail } from '@/lib/server/services/applications/get-application-detail';

export const GET = defineRoute({
  summary: 'Head of the application page',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery,
  response: applicationDetailSchema,
  handler: (context) => getApplicationDetail(context, { ...context.params, ...context.query }),
});
