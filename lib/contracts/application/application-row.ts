import { z } from 'zod';
import {
  CONDITION_TYPES,
  OPERATION_PHASES,
  SYNC_STATUSES,
} from '@/lib/domain/application/application-status';
import { HEALTH_STATUSES } from '@/lib/domain/health/health-status';
import { windowVerdictSchema } from '../sync/window';
import { timestampSchema } from '../time';
import { applicationRefSchema } from './application-ref';

export const syncStatusSchema = z.enum(SYNC_STATUSES);
export const healthStatusSchema = z.enum(HEALTH_STATUSES);
export const operationPhaseSchema = z.enum(OPERATION_PHASES);

export const conditionSchema = z.object({
  type: z.enum(CONDITION_TYPES),
  message: z.string(),
  since: timestampSchema.nullable(),
});
export type Condition = z.infer<typeof conditionSchema>;

export const resourceCountsSchema = z.object({
  resources: z.int(),
  outOfSync: z.int(),
  /** Live, ours, no longer in Git. */
  toPrune: z.int(),
  missing: z.int(),
  degraded: z.int(),
  progressing: z.int(),
});
export type ResourceCounts = z.infer<typeof resourceCountsSchema>;

/** One line of /apps. Everything a column, filter, group or facet needs; nothing that grows with the application. */
export const applicationRowSchema = applicationRefSchema.extend({
  uid: z.string(),
  project: z.string(),
  /** From the label `env` or `environment`, else the part of the name or namespace that says dev, prod…; null if none does. */
  environment: z.string().nullable(),
  destination: z.object({ cluster: z.string(), server: z.string(), namespace: z.string() }),
  source: z.object({ repoURL: z.string(), path: z.string(), targetRevision: z.string(), chart: z.string() }),
  sync: z.object({
    status: syncStatusSchema,
    revision: z.string(),
    comparedAt: timestampSchema.nullable(),
  }),
  health: z.object({ status: healthStatusSchema, message: z.string(), since: timestampSchema.nullable() }),
  /** The running or the last operation. */
  operation: z
    .object({
      phase: operationPhaseSchema,
      message: z.string(),
      startedAt: timestampSchema,
      finishedAt: timestampSchema.nullable(),
    })
    .nullable(),
  counts: resourceCountsSchema,
  driftSince: timestampSchema.nullable(),
  lastDeploy: z
    .object({ at: timestampSchema, by: z.string(), automated: z.boolean(), revision: z.string() })
    .nullable(),
  autoSync: z.object({ enabled: z.boolean(), prune: z.boolean(), selfHeal: z.boolean() }),
  window: windowVerdictSchema,
  labels: z.record(z.string(), z.string()),
  images: z.array(z.string()),
  /** Tag of the main image, else chart version, else the short revision; without "v". */
  version: z.string(),
  conditions: z.array(conditionSchema),
  createdAt: timestampSchema.nullable(),
  deletingSince: timestampSchema.nullable(),
  resourceVersion: z.string(),
});
export type ApplicationRow = z.infer<typeof applicationRowSchema>;
