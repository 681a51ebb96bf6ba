import { z } from 'zod';
import { timestampSchema } from '../time';
import { applicationRefSchema } from '../application/application-ref';

/** Whether this may be synced now, as one sentence wants it: "blocked by X until Tue 06:00". */
export const windowVerdictSchema = z.object({
  /** Automated syncs may run now. */
  open: z.boolean(),
  /** A person may sync now. */
  manualOpen: z.boolean(),
  /** The rule that decides: its description, else its schedule; '' where no rule applies. */
  reason: z.string(),
  /** When the verdict changes next; null when never or unknown. */
  until: timestampSchema.nullable(),
});
export type WindowVerdict = z.infer<typeof windowVerdictSchema>;

export const windowRuleSchema = z.object({
  project: z.string(),
  kind: z.enum(['allow', 'deny']),
  schedule: z.string(),
  duration: z.string(),
  timeZone: z.string(),
  description: z.string(),
  manualSync: z.boolean(),
  syncOverrun: z.boolean(),
  applications: z.array(z.string()),
  namespaces: z.array(z.string()),
  clusters: z.array(z.string()),
  active: z.boolean(),
  /** Why the schedule cannot be read; null when it can. */
  error: z.string().nullable(),
  nextOpen: timestampSchema.nullable(),
  nextClose: timestampSchema.nullable(),
  /** When it holds within the asked span, in order. */
  occurrences: z.array(z.object({ from: timestampSchema, until: timestampSchema })),
});
export type WindowRule = z.infer<typeof windowRuleSchema>;

/** Answer of `GET /api/v1/windows`. */
export const windowsViewSchema = z.object({
  from: timestampSchema,
  until: timestampSchema,
  rules: z.array(windowRuleSchema),
  closed: z.array(z.object({ application: applicationRefSchema, verdict: windowVerdictSchema })),
});
export type WindowsView = z.infer<typeof windowsViewSchema>;
