import { versionSchema } from '@/lib/contracts/platform/version';
import { defineRoute } from '@/lib/server/http/define-route';

export const GET = defineRoute({
  summary: 'Versions of the product and its tools',
  permission: 'public',
  response: versionSchema,
  handler: ({ runtime }) => Promise.resolve(runtime.version),
});
