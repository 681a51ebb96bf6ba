import { z } from 'zod';
import { timestampSchema } from '../time';

export const clusterStateSchema = z.object({
  server: z.string(),
  name: z.string(),
  state: z.enum(['connecting', 'connected', 'reconnecting', 'stale']),
  since: timestampSchema,
  message: z.string(),
});
export type ClusterState = z.infer<typeof clusterStateSchema>;

/** How live the data on every screen is. */
export const engineStatusSchema = z.object({
  /** Clusters, projects and applications have been read once. */
  loaded: z.boolean(),
  /** What is still being read; '' once loaded. */
  message: z.string(),
  clusters: z.array(clusterStateSchema),
  startedAt: timestampSchema,
});
export type EngineStatus = z.infer<typeof engineStatusSchema>;
