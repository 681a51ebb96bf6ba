import { resourceTreeSchema } from '@/lib/contracts/resource/resource-tree';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams, queryText } from '@/lib/server/http/request/query-schemas';
import { getResourceTree } from '@/lib/server/services/resources/read-comparison';

const query = applicationQuery.extend({
  group: queryText,
  kind: queryText,
  namespace: queryText,
  name: queryText,
});

export const GET = defineRoute({
  summary: 'Everything that belongs to an Application, with parents',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query,
  response: resourceTreeSchema,
  handler: ({ params, query: { appNamespace, project, ...selection }, ...context }) =>
    getResourceTree(context, { ...params, appNamespace, project }, selection),
});
