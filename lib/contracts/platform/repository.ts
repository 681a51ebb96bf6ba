import { z } from 'zod';
import { connectionStateSchema } from './cluster';

/** Argo CD's repository without its credentials. */
export const repositorySchema = z.object({
  repo: z.string(),
  name: z.string(),
  type: z.enum(['git', 'helm']),
  project: z.string(),
  insecure: z.boolean(),
  enableOCI: z.boolean(),
  /** It has credentials of its own or inherits a template's. */
  hasCredentials: z.boolean(),
  connectionState: connectionStateSchema,
});
export type RepositoryView = z.infer<typeof repositorySchema>;

export const repositoryListSchema = z.object({
  metadata: z.object({}),
  items: z.array(repositorySchema),
});
export type RepositoryList = z.infer<typeof repositoryListSchema>;
