import { z } from 'zod';

const resourceSchema = z.object({
  group: z.string().default(''),
  kind: z.string(),
  namespace: z.string().exactOptional(),
  name: z.string(),
});

/** `POST /applications/{name}/sync`: Argo CD's request, and `planDigest` beside it. */
export const syncRequestSchema = z.object({
  name: z.string().exactOptional(),
  appNamespace: z.string().exactOptional(),
  project: z.string().exactOptional(),
  revision: z.string().exactOptional(),
  revisions: z.array(z.string()).exactOptional(),
  sourcePositions: z.array(z.coerce.number().int()).exactOptional(),
  prune: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  strategy: z
    .object({
      apply: z.object({ force: z.boolean().exactOptional() }).exactOptional(),
      hook: z.object({ force: z.boolean().exactOptional() }).exactOptional(),
    })
    .exactOptional(),
  resources: z.array(resourceSchema).exactOptional(),
  manifests: z.array(z.string()).exactOptional(),
  infos: z.array(z.object({ name: z.string(), value: z.string() })).exactOptional(),
  retryStrategy: z
    .looseObject({ limit: z.coerce.number().int().exactOptional(), refresh: z.boolean().exactOptional() })
    .exactOptional(),
  syncOptions: z.object({ items: z.array(z.string()).default([]) }).exactOptional(),
  /** Digest of the plan that was read. A plan that has changed since is refused with `plan-changed`. */
  planDigest: z.string().exactOptional(),
});
export type SyncRequest = z.infer<typeof syncRequestSchema>;
export type SyncRequestInput = z.input<typeof syncRequestSchema>;
