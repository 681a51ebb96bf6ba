import { z } from 'zod';
import { clusterSchema } from '@/lib/contracts/platform/cluster';
import { defineRoute } from '@/lib/server/http/define-route';
import { queryText } from '@/lib/server/http/request/query-schemas';
import { getCluster } from '@/lib/server/services/platform/list-clusters';

export const GET = defineRoute({
  summary: 'One cluster, without credentials',
  permission: { resource: 'clusters', action: 'get' },
  params: z.object({ id: z.string() }),
  query: z.object({ 'id.type': queryText }),
  response: clusterSchema,
  handler: (context) => Promise.resolve(getCluster(context, context.params.id, context.query['id.type'])),
});
