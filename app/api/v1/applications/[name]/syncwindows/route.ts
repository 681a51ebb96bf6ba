import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams } from '@/lib/server/http/request/query-schemas';
import { listSyncWindows } from '@/lib/server/services/applications/list-sync-windows';

export const GET = defineRoute({
  summary: 'Sync windows of an Application',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery,
  handler: (context) => listSyncWindows(context, { ...context.params, ...context.query }),
});
