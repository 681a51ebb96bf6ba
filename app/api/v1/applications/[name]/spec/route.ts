import { applicationSpecSchema } from '@/lib/contracts/application/argo-application';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams, queryFlag } from '@/lib/server/http/request/query-schemas';
import { updateApplication } from '@/lib/server/services/applications/update-application';

export const PUT = defineRoute({
  summary: "Replace an Application's spec",
  permission: { resource: 'applications', action: 'update' },
  params: nameParams,
  query: applicationQuery.extend({ validate: queryFlag.default(true) }),
  body: applicationSpecSchema,
  response: applicationSpecSchema,
  handler: async (context) => {
    const updated = await updateApplication(context, {
      ...context.params,
      ...context.query,
      spec: context.body,
    });
    return updated.spec;
  },
});
