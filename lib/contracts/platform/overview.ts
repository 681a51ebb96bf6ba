import { z } from 'zod';
import { applicationRefSchema } from '../application/application-ref';
import { healthStatusSchema, syncStatusSchema } from '../application/application-row';
import { operationSchema } from '../sync/operation';
import { windowRuleSchema, windowVerdictSchema } from '../sync/window';
import { timestampSchema } from '../time';
import { activityEntrySchema } from './activity';

/** Something that waits for a person, most urgent first. */
export const waitingItemSchema = z.object({
  kind: z.enum(['failed-sync', 'degraded', 'drift', 'condition', 'interrupted']),
  application: applicationRefSchema,
  environment: z.string().nullable(),
  /** The one sentence why. */
  message: z.string(),
  since: timestampSchema.nullable(),
});
export type WaitingItem = z.infer<typeof waitingItemSchema>;

export const matrixCellSchema = z.object({
  environment: z.string(),
  application: applicationRefSchema,
  version: z.string(),
  revision: z.string(),
  sync: syncStatusSchema,
  health: healthStatusSchema,
  window: windowVerdictSchema,
  deployedAt: timestampSchema.nullable(),
});

/** One service over its environments. */
export const matrixRowSchema = z.object({
  name: z.string(),
  project: z.string(),
  cells: z.array(matrixCellSchema),
});
export type MatrixRow = z.infer<typeof matrixRowSchema>;

export const overviewSchema = z.object({
  applications: z.object({
    total: z.int(),
    sync: z.record(syncStatusSchema, z.int()),
    health: z.record(healthStatusSchema, z.int()),
    syncing: z.int(),
    closed: z.int(),
  }),
  waiting: z.array(waitingItemSchema),
  inFlight: z.array(
    z.object({
      application: applicationRefSchema,
      operation: operationSchema,
      done: z.int(),
      total: z.int(),
    }),
  ),
  /** In order of life: dev before prod where the names tell. */
  environments: z.array(z.string()),
  matrix: z.array(matrixRowSchema),
  /** Rules that hold within the next 24 h. */
  windows: z.array(windowRuleSchema),
  /** Newest first, at most 20. */
  recent: z.array(activityEntrySchema),
  at: timestampSchema,
});
export type Overview = z.infer<typeof overviewSchema>;
