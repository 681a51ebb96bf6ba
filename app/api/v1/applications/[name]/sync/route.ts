import { argoApplicationSchema } from '@/lib/contracts/application/argo-application';
import { syncRequestSchema } from '@/lib/contracts/sync/sync-request';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams } from '@/lib/server/http/request/query-schemas';
import { syncApplication } from '@/lib/server/services/operations/sync-application';

export const POST = defineRoute({
  summary: 'Sync an Application; with planDigest only if its plan is still that one',
  permission: { resource: 'applications', action: 'sync' },
  params: nameParams,
  query: applicationQuery,
  body: syncRequestSchema,
  response: argoApplicationSchema,
  handler: ({ params, query, body, ...context }) =>
    syncApplication(context, {
      name: params.name,
      appNamespace: query.appNamespace || body.appNamespace,
      project: query.project || body.project,
      request: body,
    }),
});
