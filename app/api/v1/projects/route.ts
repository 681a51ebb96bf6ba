import { z } from 'zod';
import { defineRoute } from '@/lib/server/http/define-route';
import { queryText } from '@/lib/server/http/request/query-schemas';
import { listProjects } from '@/lib/server/services/platform/list-projects';

export const GET = defineRoute({
  summary: 'Projects, without credentials',
  permission: { resource: 'projects', action: 'get' },
  query: z.object({ name: queryText }),
  handler: (context) => Promise.resolve(listProjects(context, context.query.name)),
});
