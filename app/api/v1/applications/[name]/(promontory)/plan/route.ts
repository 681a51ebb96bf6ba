import { syncPlanSchema } from '@/lib/contracts/sync/sync-plan';
import { defineRoute } from '@/lib/server/http/define-route';
import {
  applicationQuery,
  nameParams,
  queryFlag,
  queryList,
  queryText,
} from '@/lib/server/http/request/query-schemas';
import { planSync } from '@/lib/server/services/operations/plan-sync';

export const GET = defineRoute({
  summary: 'What a sync would do now, in order, with its digest',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery.extend({
    revision: queryText,
    revisions: queryList,
    prune: queryFlag,
    force: queryFlag,
    syncOptions: queryList,
    resources: queryList,
  }),
  response: syncPlanSchema,
  handler: (context) => planSync(context, { ...context.params, ...context.query }),
});
