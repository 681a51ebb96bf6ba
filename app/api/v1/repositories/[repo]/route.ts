import { z } from 'zod';
import { repositorySchema } from '@/lib/contracts/platform/repository';
import { defineRoute } from '@/lib/server/http/define-route';
import { getRepository } from '@/lib/server/services/platform/list-repositories';

export const GET = defineRoute({
  summary: 'One repository, without credentials',
  permission: { resource: 'repositories', action: 'get' },
  params: z.object({ repo: z.string() }),
  response: repositorySchema,
  handler: (context) => Promise.resolve(getRepository(context, context.params.repo)),
});
