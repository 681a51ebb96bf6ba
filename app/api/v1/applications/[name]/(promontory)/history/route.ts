import { operationPageSchema } from '@/lib/contracts/sync/operation';
import { defineRoute } from '@/lib/server/http/define-route';
import {
  applicationQuery,
  nameParams,
  queryNumber,
  queryText,
} from '@/lib/server/http/request/query-schemas';
import { listOperations } from '@/lib/server/services/operations/list-operations';

export const GET = defineRoute({
  summary: 'Every operation of an Application, newest first',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery.extend({ limit: queryNumber.min(1).max(500).default(50), continue: queryText }),
  response: operationPageSchema,
  handler: (context) => listOperations(context, { ...context.params, ...context.query }),
});
