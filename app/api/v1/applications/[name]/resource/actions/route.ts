import { z } from 'zod';
import { resourceActionSchema } from '@/lib/contracts/resource/live-resource';
import { defineRoute } from '@/lib/server/http/define-route';
import { nameParams, resourceQuery } from '@/lib/server/http/request/query-schemas';
import { listResourceActions } from '@/lib/server/services/resources/list-resource-actions';
import { resourceInput } from '@/lib/server/services/resources/resource-target';
import { runResourceAction } from '@/lib/server/services/resources/run-resource-action';

export const GET = defineRoute({
  summary: 'What can be done with a resource',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: resourceQuery,
  response: z.object({ actions: z.array(resourceActionSchema) }),
  handler: ({ params, query, ...context }) => listResourceActions(context, resourceInput(params, query)),
});

/** The older form: the body is the name of the action. */
export const POST = defineRoute({
  summary: 'Do something with a resource',
  permission: { resource: 'applications', action: 'action' },
  params: nameParams,
  query: resourceQuery,
  body: z.string().min(1, 'is required'),
  handler: ({ params, query, body, ...context }) =>
    runResourceAction(context, { ...resourceInput(params, query), action: body, parameters: {} }),
});
