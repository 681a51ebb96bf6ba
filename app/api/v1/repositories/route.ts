import { z } from 'zod';
import { repositoryListSchema } from '@/lib/contracts/platform/repository';
import { defineRoute } from '@/lib/server/http/define-route';
import { queryText } from '@/lib/server/http/request/query-schemas';
import { listRepositories } from '@/lib/server/services/platform/list-repositories';

export const GET = defineRoute({
  summary: 'Repositories, without credentials',
  permission: { resource: 'repositories', action: 'get' },
  query: z.object({ repo: queryText, appProject: queryText }),
  response: repositoryListSchema,
  handler: (context) => Promise.resolve(listRepositories(context, context.query)),
});
