import { z } from 'zod';
import { activityQuerySchema } from '@/lib/contracts/platform/activity';
import { jsonLinesResponse } from '@/lib/server/http/answer/json-lines-response';
import { textStreamResponse } from '@/lib/server/http/answer/text-stream-response';
import { reportStreamError } from '@/lib/server/http/answer/report-stream-error';
import { defineRoute } from '@/lib/server/http/define-route';
import { toCsv } from '@/lib/server/services/activity/export-activity';
import { allActivity } from '@/lib/server/services/activity/list-activity';

export const GET = defineRoute({
  summary: 'The whole audit trail as NDJSON or CSV',
  permission: { resource: 'activity', action: 'get' },
  query: activityQuerySchema.extend({ format: z.enum(['ndjson', 'csv']).default('ndjson') }),
  response: 'application/x-ndjson',
  handler: ({ query, ...context }) => {
    const open = (signal: AbortSignal) => allActivity(context, query, signal);
    const onError = reportStreamError(context);
    const response =
      query.format === 'csv'
        ? textStreamResponse((signal) => toCsv(open(signal)), { type: 'text/csv; charset=utf-8', onError })
        : jsonLinesResponse(open, { wrap: false, onError });
    response.headers.set('content-disposition', `attachment; filename="activity.${query.format}"`);
    return Promise.resolve(response);
  },
});
