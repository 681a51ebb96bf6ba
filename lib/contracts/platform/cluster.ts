import { z } from 'zod';
import { timestampSchema } from '../time';

export const connectionStateSchema = z.object({
  status: z.enum(['Successful', 'Failed', 'Unknown']),
  message: z.string(),
  attemptedAt: timestampSchema.nullable(),
});

/** Argo CD's cluster without its credentials; `state` is ours. */
export const clusterSchema = z.object({
  server: z.string(),
  name: z.string(),
  namespaces: z.array(z.string()),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  project: z.string(),
  serverVersion: z.string(),
  connectionState: connectionStateSchema,
  info: z.object({
    serverVersion: z.string(),
    applicationsCount: z.int(),
    connectionState: connectionStateSchema,
    cacheInfo: z.object({ resourcesCount: z.int(), apisCount: z.int() }),
  }),
  state: z.enum(['connecting', 'connected', 'reconnecting', 'stale']),
  stateSince: timestampSchema,
});
export type ClusterView = z.infer<typeof clusterSchema>;

export const clusterListSchema = z.object({ metadata: z.object({}), items: z.array(clusterSchema) });
export type ClusterList = z.infer<typeof clusterListSchema>;
