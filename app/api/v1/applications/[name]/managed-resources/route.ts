import { z } from 'zod';
import { managedResourceSchema } from '@/lib/contracts/resource/resource-diff';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams, queryText } from '@/lib/server/http/request/query-schemas';
import { listManagedResources } from '@/lib/server/services/resources/read-comparison';

const query = applicationQuery.extend({
  group: queryText,
  kind: queryText,
  namespace: queryText,
  name: queryText,
});

export const GET = defineRoute({
  summary: 'Live and target state of every managed resource',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query,
  response: z.object({ items: z.array(managedResourceSchema) }),
  handler: ({ params, query: { appNamespace, project, ...selection }, ...context }) =>
    listManagedResources(context, { ...params, appNamespace, project }, selection),
});
