import { z } from 'zod';
import { timestampSchema } from '../time';

export const activityResultSchema = z.enum(['allowed', 'denied', 'failed']);

/** One audit entry; append-only. */
export const activityEntrySchema = z.object({
  id: z.string(),
  at: timestampSchema,
  actor: z.string(),
  actorKind: z.enum(['user', 'token', 'automation']),
  action: z.string(),
  object: z.object({ kind: z.string(), namespace: z.string(), name: z.string() }),
  project: z.string(),
  result: activityResultSchema,
  reason: z.string(),
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string(),
  remoteAddress: z.string(),
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

export const activityQuerySchema = z.object({
  actor: z.string().optional(),
  action: z.string().optional(),
  /** Part of kind, namespace or name. */
  object: z.string().optional(),
  project: z.string().optional(),
  result: activityResultSchema.optional(),
  since: timestampSchema.optional(),
  until: timestampSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  continue: z.string().optional(),
});
export type ActivityQuery = z.infer<typeof activityQuerySchema>;
export type ActivityQueryInput = Partial<ActivityQuery>;

export const activityPageSchema = z.object({
  items: z.array(activityEntrySchema),
  continue: z.string().nullable(),
});
export type ActivityPage = z.infer<typeof activityPageSchema>;
