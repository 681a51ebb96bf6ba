import { manifestsSchema } from '@/lib/contracts/resource/resource-diff';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams, queryText } from '@/lib/server/http/request/query-schemas';
import { getManifests } from '@/lib/server/services/resources/read-comparison';

export const GET = defineRoute({
  summary: 'What the sources render, now or at another revision',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery.extend({ revision: queryText }),
  response: manifestsSchema,
  handler: (context) => getManifests(context, { ...context.params, ...context.query }),
});
