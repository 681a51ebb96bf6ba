import { z } from 'zod';
import { clusterListSchema } from '@/lib/contracts/platform/cluster';
import { defineRoute } from '@/lib/server/http/define-route';
import { queryText } from '@/lib/server/http/request/query-schemas';
import { listClusters } from '@/lib/server/services/platform/list-clusters';

export const GET = defineRoute({
  summary: 'Clusters, without credentials',
  permission: { resource: 'clusters', action: 'get' },
  query: z.object({ server: queryText, name: queryText }),
  response: clusterListSchema,
  handler: (context) => Promise.resolve(listClusters(context, context.query)),
});
