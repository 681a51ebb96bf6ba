import { z } from 'zod';

/** Closed set: a client may switch over it. */
export const PROBLEM_CODES = [
  'invalid-request',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'plan-changed',
  'window-closed',
  'too-large',
  'unsupported-media-type',
  'origin-not-allowed',
  'host-not-allowed',
  'rate-limited',
  'not-ready',
  'upstream-failed',
  'internal',
] as const;
export const problemCodeSchema = z.enum(PROBLEM_CODES);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** Body of every answer ≥ 400. `error` and `message` repeat the text where Argo CD's clients look for it. */
export const problemSchema = z.object({
  code: problemCodeSchema,
  /** What happened, in one sentence. */
  detail: z.string(),
  status: z.int(),
  requestId: z.string(),
  /** Path of the offending part of the request (`body.spec.project`, `query.limit`). */
  field: z.string().optional(),
  /** What to do about it. */
  fix: z.string().optional(),
  /** For `window-closed`: when it opens. */
  until: z.string().nullable().optional(),
  error: z.string(),
  message: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
