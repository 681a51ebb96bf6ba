import { z } from 'zod';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams } from '@/lib/server/http/request/query-schemas';
import { resourceInput } from '@/lib/server/services/resources/resource-target';
import { runResourceAction } from '@/lib/server/services/resources/run-resource-action';

const text = z.string().default('');
const body = z.object({
  appNamespace: text,
  project: text,
  namespace: text,
  resourceName: z.string().min(1, 'is required'),
  version: text,
  group: text,
  kind: z.string().min(1, 'is required'),
  action: z.string().min(1, 'is required'),
  resourceActionParameters: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

export const POST = defineRoute({
  summary: 'Do something with a resource, with parameters',
  permission: { resource: 'applications', action: 'action' },
  params: nameParams,
  query: applicationQuery,
  body,
  handler: ({ params, query, body: { action, resourceActionParameters, ...rest }, ...context }) => {
    const appNamespace = query.appNamespace || rest.appNamespace;
    const parameters = Object.fromEntries(resourceActionParameters.map(({ name, value }) => [name, value]));
    return runResourceAction(context, {
      ...resourceInput(params, { ...rest, appNamespace }),
      action,
      parameters,
    });
  },
});
