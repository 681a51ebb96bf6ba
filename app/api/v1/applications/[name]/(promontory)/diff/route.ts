import { applicationDiffSchema } from '@/lib/contracts/resource/resource-diff';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams } from '@/lib/server/http/request/query-schemas';
import { getDiff } from '@/lib/server/services/resources/read-comparison';

export const GET = defineRoute({
  summary: 'What a sync would change, field by field',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery,
  response: applicationDiffSchema,
  handler: (context) => getDiff(context, { ...context.params, ...context.query }),
});
