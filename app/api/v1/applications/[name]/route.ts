import { z } from 'zod';
import { applicationPatchSchema, argoApplicationSchema } from '@/lib/contracts/application/argo-application';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams, queryFlag } from '@/lib/server/http/request/query-schemas';
import { deleteApplication } from '@/lib/server/services/applications/delete-application';
import { getApplication } from '@/lib/server/services/applications/get-application';
import { patchApplication } from '@/lib/server/services/applications/patch-application';
import { updateApplication } from '@/lib/server/services/applications/update-application';

const response = argoApplicationSchema;
const inBody = z.object({ appNamespace: z.string().optional(), project: z.string().optional() });

export const GET = defineRoute({
  summary: 'One Application; with refresh=normal|hard after comparing anew',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery.extend({ refresh: z.enum(['', 'normal', 'hard']).default('') }),
  response,
  handler: (context) => getApplication(context, { ...context.params, ...context.query }),
});

export const PUT = defineRoute({
  summary: "Replace an Application's spec, labels and annotations",
  permission: { resource: 'applications', action: 'update' },
  params: nameParams,
  query: applicationQuery.extend({ validate: queryFlag.default(true) }),
  body: argoApplicationSchema,
  response,
  handler: (context) => {
    const { spec, metadata } = context.body;
    const { labels, annotations, namespace } = metadata;
    const appNamespace = context.query.appNamespace || namespace;
    const given = { ...(labels ? { labels } : {}), ...(annotations ? { annotations } : {}) };
    return updateApplication(context, {
      ...context.params,
      ...context.query,
      appNamespace,
      spec,
      metadata: given,
    });
  },
});

export const PATCH = defineRoute({
  summary: 'Patch an Application',
  permission: { resource: 'applications', action: 'update' },
  params: nameParams,
  query: applicationQuery,
  body: applicationPatchSchema.extend(inBody.shape),
  response,
  handler: ({ params, query, body, ...context }) => {
    const name = {
      ...params,
      appNamespace: query.appNamespace || body.appNamespace,
      project: query.project || body.project,
    };
    return patchApplication(context, { ...name, patch: body.patch, patchType: body.patchType });
  },
});

export const DELETE = defineRoute({
  summary: 'Delete an Application, with what it deployed unless cascade=false',
  permission: { resource: 'applications', action: 'delete' },
  params: nameParams,
  query: applicationQuery.extend({
    cascade: queryFlag.default(true),
    propagationPolicy: z.enum(['', 'foreground', 'background']).default(''),
  }),
  handler: ({ params, query, ...context }) =>
    deleteApplication(context, { ...params, ...query, propagation: query.propagationPolicy || 'foreground' }),
});
