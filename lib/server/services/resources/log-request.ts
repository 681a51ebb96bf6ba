import type { LogRequest } from '../../engine-port';
import type { z } from 'zod';
import { applicationQuery, queryFlag, queryNumber, queryText } from '../../http/request/query-schemas';

/** Argo CD's parameters of its log calls. */
export const logsQuery = applicationQuery.extend({
  namespace: queryText,
  podName: queryText,
  group: queryText,
  kind: queryText,
  resourceName: queryText,
  container: queryText,
  follow: queryFlag,
  previous: queryFlag,
  tailLines: queryNumber.optional(),
  sinceSeconds: queryNumber.optional(),
  filter: queryText,
});

export function toLogRequest(query: z.output<typeof logsQuery>): LogRequest {
  const {
    namespace,
    podName,
    group,
    kind,
    resourceName,
    container,
    follow,
    previous,
    tailLines,
    sinceSeconds,
    filter,
  } = query;
  return {
    namespace,
    follow,
    previous,
    ...(podName ? { podName } : {}),
    ...(kind && resourceName ? { resource: { group, kind, name: resourceName } } : {}),
    ...(container ? { container } : {}),
    ...(tailLines === undefined ? {} : { tailLines }),
    ...(sinceSeconds ? { sinceSeconds } : {}),
    ...(filter ? { filter } : {}),
  };
}
