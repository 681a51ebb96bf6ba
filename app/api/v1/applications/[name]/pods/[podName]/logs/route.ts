import { z } from 'zod';
import { logLineSchema } from '@/lib/contracts/resource/live-resource';
import { jsonLinesResponse } from '@/lib/server/http/answer/json-lines-response';
import { reportStreamError } from '@/lib/server/http/answer/report-stream-error';
import { defineRoute } from '@/lib/server/http/define-route';
import { nameParams } from '@/lib/server/http/request/query-schemas';
import { logsQuery, toLogRequest } from '@/lib/server/services/resources/log-request';
import { openLogs } from '@/lib/server/services/resources/stream-logs';

export const GET = defineRoute({
  summary: 'Log lines, as they come with follow=true',
  permission: { resource: 'logs', action: 'get' },
  params: nameParams.extend({ podName: z.string() }),
  query: logsQuery,
  response: logLineSchema,
  handler: async ({ params, query, ...context }) => {
    const name = { name: params.name, appNamespace: query.appNamespace, project: query.project };
    const lines = await openLogs(context, {
      ...name,
      request: toLogRequest({ ...query, podName: params.podName }),
    });
    return jsonLinesResponse(lines, { wrap: true, onError: reportStreamError(context) });
  },
});
