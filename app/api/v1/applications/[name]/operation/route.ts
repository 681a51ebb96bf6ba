import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams } from '@/lib/server/http/request/query-schemas';
import { terminateOperation } from '@/lib/server/services/operations/terminate-operation';

export const DELETE = defineRoute({
  summary: 'End the running operation',
  permission: { resource: 'applications', action: 'sync' },
  params: nameParams,
  query: applicationQuery,
  handler: (context) => terminateOperation(context, { ...context.params, ...context.query }),
});
