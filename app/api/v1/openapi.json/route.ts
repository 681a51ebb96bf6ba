import { defineRoute } from '@/lib/server/http/define-route';
import { describeApi } from '@/lib/server/http/describe-api';
import { ROUTE_TABLE } from '../../route-table';

export const GET = defineRoute({
  summary: 'This description',
  permission: 'public',
  response: 'application/json',
  handler: ({ runtime }) => Promise.resolve(describeApi(ROUTE_TABLE, runtime.version.ProductVersion)),
});
