import { z } from 'zod';
import { SYNC_STATUSES } from '@/lib/domain/application/application-status';
import { HEALTH_STATUSES } from '@/lib/domain/health/health-status';
import { applicationRefSchema } from '../application/application-ref';
import { timestampSchema } from '../time';
import { resourceKeySchema } from './resource-key';

export const resourceRefSchema = resourceKeySchema.extend({ version: z.string(), uid: z.string() });

/**
 * A node in Argo CD's shape (group … parentRefs, info, networkingInfo) with our facts beside it. A resource that is in
 * Git and not live is a node with an empty `uid`.
 */
export const resourceNodeSchema = resourceRefSchema.extend({
  /** `group/kind/namespace/name`. */
  id: z.string(),
  parentRefs: z.array(resourceRefSchema),
  resourceVersion: z.string(),
  health: z.object({ status: z.enum(HEALTH_STATUSES), message: z.string().optional() }).optional(),
  images: z.array(z.string()),
  info: z.array(z.object({ name: z.string(), value: z.string() })),
  networkingInfo: z.object({ externalURLs: z.array(z.string()) }).optional(),
  createdAt: timestampSchema.optional(),
  /** null for children, hooks and whatever Git does not name. */
  sync: z.enum(SYNC_STATUSES).nullable(),
  /** Named by Git or tracked as ours: a root of the tree. */
  managed: z.boolean(),
  wave: z.int(),
  /** `PreSync`, `Sync,PostSync`…; null when it is no hook. */
  hook: z.string().nullable(),
  requiresPruning: z.boolean(),
  ready: z.object({ ready: z.int(), wanted: z.int() }).nullable(),
  restarts: z.int().nullable(),
  /** One word of Kubernetes' own: CrashLoopBackOff, Bound, Terminating… */
  state: z.string().nullable(),
  deletedAt: timestampSchema.nullable(),
  /** For an Application in the tree: its page. */
  child: applicationRefSchema.nullable(),
});
export type ResourceNode = z.infer<typeof resourceNodeSchema>;

export const resourceTreeSchema = z.object({
  nodes: z.array(resourceNodeSchema),
  orphanedNodes: z.array(resourceNodeSchema),
  hosts: z.array(z.object({ name: z.string() })),
});
export type ResourceTree = z.infer<typeof resourceTreeSchema>;
