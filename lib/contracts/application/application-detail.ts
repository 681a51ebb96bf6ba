import { z } from 'zod';
import { operationSchema } from '../sync/operation';
import { windowRuleSchema } from '../sync/window';
import { timestampSchema } from '../time';
import { applicationRefSchema } from './application-ref';
import { applicationRowSchema } from './application-row';

export const applicationSourceViewSchema = z.object({
  repoURL: z.string(),
  path: z.string(),
  targetRevision: z.string(),
  chart: z.string(),
  ref: z.string(),
  /** Helm, Kustomize, Directory, Plugin; '' while unknown or when it only serves value files. */
  type: z.string(),
  /** What `targetRevision` resolved to at the last comparison. */
  revision: z.string(),
  valueFiles: z.array(z.string()),
});
export type ApplicationSourceView = z.infer<typeof applicationSourceViewSchema>;

export const historyEntrySchema = z.object({
  id: z.int(),
  revisions: z.array(z.string()),
  deployedAt: timestampSchema,
  by: z.string(),
  automated: z.boolean(),
});

/** Head of the application page: ingredients of the verdict sentence and the facts beside it. */
export const applicationDetailSchema = z.object({
  row: applicationRowSchema,
  sources: z.array(applicationSourceViewSchema),
  syncOptions: z.array(z.string()),
  /** Ingredients of "OutOfSync: 2 of 41 resources differ, 1 would be pruned". */
  verdict: z.object({
    resources: z.int(),
    differ: z.int(),
    toPrune: z.int(),
    missing: z.int(),
    /** The worst resources, at most five, for "Deployment web is Degraded: …". */
    problems: z.array(
      z.object({
        group: z.string(),
        kind: z.string(),
        namespace: z.string(),
        name: z.string(),
        health: z.string(),
        message: z.string(),
      }),
    ),
  }),
  /** The running or last operation with its results; null before the first. */
  operation: operationSchema.nullable(),
  /** The CR's bounded history, newest first. */
  history: z.array(historyEntrySchema),
  windows: z.array(windowRuleSchema),
  /** The Application or ApplicationSet that made this one. */
  parent: z.object({ kind: z.enum(['Application', 'ApplicationSet']), ref: applicationRefSchema }).nullable(),
  externalUrls: z.array(z.string()),
  reconciledAt: timestampSchema.nullable(),
  /** Automated sync is on but a failed attempt on this revision holds it back. */
  autoSyncBlockedBy: z.string().nullable(),
});
export type ApplicationDetail = z.infer<typeof applicationDetailSchema>;
