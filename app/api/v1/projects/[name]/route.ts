import { z } from 'zod';
import { defineRoute } from '@/lib/server/http/define-route';
import { getProject } from '@/lib/server/services/platform/list-projects';

export const GET = defineRoute({
  summary: 'One project, without credentials',
  permission: { resource: 'projects', action: 'get' },
  params: z.object({ name: z.string() }),
  handler: (context) => Promise.resolve(getProject(context, context.params.name)),
});
