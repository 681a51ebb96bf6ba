import { z } from 'zod';
import { windowsViewSchema } from '@/lib/contracts/sync/window';
import { timestampSchema } from '@/lib/contracts/time';
import { defineRoute } from '@/lib/server/http/define-route';
import { getWindows } from '@/lib/server/services/platform/get-windows';

export const GET = defineRoute({
  summary: 'Sync windows of all projects with their occurrences',
  permission: { resource: 'projects', action: 'get' },
  query: z.object({ from: timestampSchema.optional(), until: timestampSchema.optional() }),
  response: windowsViewSchema,
  handler: (context) => Promise.resolve(getWindows(context, context.query)),
});
