import { z } from 'zod';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams, queryText } from '@/lib/server/http/request/query-schemas';
import { listResourceEvents, toEventList } from '@/lib/server/services/resources/list-resource-events';

/** `format=summary` is ours; without it Kubernetes' own EventList, as in Argo CD. */
export const GET = defineRoute({
  summary: 'Kubernetes events about an Application or one of its resources',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery.extend({
    resourceNamespace: queryText,
    resourceName: queryText,
    resourceUID: queryText,
    format: z.enum(['', 'summary']).default(''),
  }),
  handler: async ({ params, query, ...context }) => {
    const items = await listResourceEvents(context, { ...params, ...query });
    return query.format === 'summary' ? { items } : toEventList(items);
  },
});
