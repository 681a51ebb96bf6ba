import { z } from 'zod';
import { SYNC_PHASES } from '@/lib/domain/application/application-status';
import { applicationRefSchema } from '../application/application-ref';
import { resourceKeySchema } from '../resource/resource-key';
import { timestampSchema } from '../time';
import { windowVerdictSchema } from './window';

export const TASK_ACTIONS = ['create', 'update', 'unchanged', 'prune', 'hook', 'skip'] as const;
export const taskActionSchema = z.enum(TASK_ACTIONS);
export type TaskAction = z.infer<typeof taskActionSchema>;

export const planTaskSchema = z.object({
  /** Stable within the plan and the run: `<phase>/<group>/<kind>/<namespace>/<name>`. */
  id: z.string(),
  key: resourceKeySchema,
  version: z.string(),
  action: taskActionSchema,
  /** Client-side apply, server-side apply, replace, create or delete. */
  write: z.enum(['apply', 'server-side-apply', 'replace', 'create', 'delete', 'none']),
  hook: z.boolean(),
  /** Why: "not in Git any more", "image 1.4.2 → 1.5.0", "Prune=false". '' where the action says it all. */
  reason: z.string(),
  /** How many fields change; 0 for create and prune. */
  fields: z.int(),
  force: z.boolean(),
});
export type PlanTask = z.infer<typeof planTaskSchema>;

export const planWaveSchema = z.object({ wave: z.int(), tasks: z.array(planTaskSchema) });
export const planPhaseSchema = z.object({ phase: z.enum(SYNC_PHASES), waves: z.array(planWaveSchema) });

export const planCountsSchema = z.object({
  create: z.int(),
  update: z.int(),
  unchanged: z.int(),
  prune: z.int(),
  hook: z.int(),
  skip: z.int(),
});

export const planWarningSchema = z.object({
  code: z.string(),
  message: z.string(),
  key: resourceKeySchema.nullable(),
});

/** What a sync would do, in the order it would do it. The digest names exactly this. */
export const syncPlanSchema = z.object({
  digest: z.string(),
  application: applicationRefSchema,
  revisions: z.array(z.string()),
  computedAt: timestampSchema,
  prune: z.boolean(),
  syncOptions: z.array(z.string()),
  phases: z.array(planPhaseSchema),
  counts: planCountsSchema,
  warnings: z.array(planWarningSchema),
  window: windowVerdictSchema,
});
export type SyncPlan = z.infer<typeof syncPlanSchema>;
