import { z } from 'zod';
import { jsonLinesResponse } from '@/lib/server/http/answer/json-lines-response';
import { reportStreamError } from '@/lib/server/http/answer/report-stream-error';
import { defineRoute } from '@/lib/server/http/define-route';
import { queryList, queryText } from '@/lib/server/http/request/query-schemas';
import { watchApplications } from '@/lib/server/services/applications/watch-applications';

const query = z.object({
  name: queryText,
  appNamespace: queryText,
  projects: queryList,
  project: queryList,
  selector: queryText,
  repo: queryText,
});

export const GET = defineRoute({
  summary: 'Applications and every change of them, a JSON object per line',
  permission: { resource: 'applications', action: 'get' },
  query,
  response: 'application/x-ndjson',
  handler: ({ query: { project, projects, ...rest }, ...context }) => {
    const selection = { ...rest, projects: [...projects, ...project] };
    const open = (signal: AbortSignal) => watchApplications(context, selection, signal);
    return Promise.resolve(jsonLinesResponse(open, { wrap: true, onError: reportStreamError(context) }));
  },
});
