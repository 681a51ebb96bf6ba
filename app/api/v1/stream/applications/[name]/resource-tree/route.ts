import { jsonLinesResponse } from '@/lib/server/http/answer/json-lines-response';
import { reportStreamError } from '@/lib/server/http/answer/report-stream-error';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams } from '@/lib/server/http/request/query-schemas';
import { openTreeWatch } from '@/lib/server/services/resources/watch-resource-tree';

export const GET = defineRoute({
  summary: 'The resource tree and the whole of it after every change, a JSON object per line',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: applicationQuery,
  response: 'application/x-ndjson',
  handler: async ({ params, query, ...context }) => {
    const open = await openTreeWatch(context, { ...params, ...query });
    return jsonLinesResponse(open, { wrap: true, onError: reportStreamError(context) });
  },
});
