import { z } from 'zod';
import { OPERATION_PHASES, RESULT_CODES, SYNC_PHASES } from '@/lib/domain/application/application-status';
import { applicationRefSchema } from '../application/application-ref';
import { resourceKeySchema } from '../resource/resource-key';
import { timestampSchema } from '../time';

export const recordedPhaseSchema = z.enum([...OPERATION_PHASES, 'Interrupted']);

export const operationResourceSchema = z.object({
  key: resourceKeySchema,
  version: z.string(),
  status: z.enum(RESULT_CODES).nullable(),
  message: z.string(),
  syncPhase: z.enum(SYNC_PHASES).nullable(),
  hookPhase: z.enum(OPERATION_PHASES).nullable(),
  hookType: z.string(),
});

/** One operation: running, finished, failed or interrupted. The ledger keeps all of them. */
export const operationSchema = z.object({
  id: z.string(),
  application: applicationRefSchema,
  project: z.string(),
  phase: recordedPhaseSchema,
  message: z.string(),
  trigger: z.enum(['user', 'automated', 'self-heal']),
  initiatedBy: z.string(),
  dryRun: z.boolean(),
  prune: z.boolean(),
  /** True where only some resources were asked for. */
  partial: z.boolean(),
  revisions: z.array(z.string()),
  planDigest: z.string().nullable(),
  startedAt: timestampSchema,
  finishedAt: timestampSchema.nullable(),
  retryCount: z.int(),
  resources: z.array(operationResourceSchema),
});
export type OperationView = z.infer<typeof operationSchema>;

export const operationPageSchema = z.object({
  items: z.array(operationSchema),
  continue: z.string().nullable(),
});
export type OperationPage = z.infer<typeof operationPageSchema>;

export const TASK_STATES = [
  'pending',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'pruned',
  'skipped',
] as const;
export const taskStateSchema = z.enum(TASK_STATES);
export type TaskState = z.infer<typeof taskStateSchema>;

/** One step of a running operation. `taskId` is the plan's. */
export const operationProgressSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    at: timestampSchema,
    planDigest: z.string().nullable(),
    total: z.int(),
  }),
  z.object({
    type: z.literal('task'),
    at: timestampSchema,
    taskId: z.string(),
    key: resourceKeySchema,
    phase: z.enum(SYNC_PHASES),
    wave: z.int(),
    state: taskStateSchema,
    message: z.string(),
  }),
  z.object({
    type: z.literal('wave'),
    at: timestampSchema,
    phase: z.enum(SYNC_PHASES),
    wave: z.int(),
    state: z.enum(['running', 'waiting', 'done']),
    /** What it waits for, in words that name the object: "Deployment web: 3 of 4 ready". */
    waitsFor: z.array(z.object({ key: resourceKeySchema, message: z.string() })),
  }),
  z.object({ type: z.literal('message'), at: timestampSchema, message: z.string() }),
  z.object({
    type: z.literal('finished'),
    at: timestampSchema,
    phase: z.enum(OPERATION_PHASES),
    message: z.string(),
  }),
]);
export type OperationProgress = z.infer<typeof operationProgressSchema>;
