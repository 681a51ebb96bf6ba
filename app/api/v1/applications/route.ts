import { z } from 'zod';
import { argoApplicationSchema } from '@/lib/contracts/application/argo-application';
import { defineRoute } from '@/lib/server/http/define-route';
import { queryFlag, queryList, queryNumber, queryText } from '@/lib/server/http/request/query-schemas';
import { createApplication } from '@/lib/server/services/applications/create-application';
import { listApplications } from '@/lib/server/services/applications/list-applications';

const query = z.object({
  name: queryText,
  appNamespace: queryText,
  projects: queryList,
  project: queryList,
  selector: queryText,
  repo: queryText,
  limit: queryNumber.default(0),
  continue: queryText,
  fields: queryList,
});

export const GET = defineRoute({
  summary: 'Applications, as custom resources',
  permission: { resource: 'applications', action: 'get' },
  query,
  response: z.object({ metadata: z.looseObject({}), items: z.array(argoApplicationSchema) }),
  handler: (context) => {
    const { project, projects, ...rest } = context.query;
    return Promise.resolve(listApplications(context, { ...rest, projects: [...projects, ...project] }));
  },
});

export const POST = defineRoute({
  summary: 'Create an Application',
  permission: { resource: 'applications', action: 'create' },
  query: z.object({ upsert: queryFlag, validate: queryFlag.default(true) }),
  body: argoApplicationSchema,
  response: argoApplicationSchema,
  handler: (context) => createApplication(context, { application: context.body, ...context.query }),
});
