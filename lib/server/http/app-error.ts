import type { ProblemCode } from '@/lib/contracts/problem';

export const STATUS_OF = {
  'invalid-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'plan-changed': 409,
  'window-closed': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'origin-not-allowed': 403,
  'host-not-allowed': 421,
  'rate-limited': 429,
  'not-ready': 503,
  'upstream-failed': 502,
  internal: 500,
} as const satisfies Record<ProblemCode, number>;

/** An expected failure of a request: its text goes to the caller as it is. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ProblemCode;
  readonly field: string | undefined;
  readonly fix: string | undefined;
  readonly until: string | null | undefined;

  constructor(
    code: ProblemCode,
    detail: string,
    more: { field?: string | undefined; fix?: string; until?: string | null; cause?: unknown } = {},
  ) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.field = more.field;
    this.fix = more.fix;
    this.until = more.until;
  }

  get status(): number {
    return STATUS_OF[this.code];
  }
}

/** For the many "there is no such …". */
export function notFound(what: string): AppError {
  return new AppError('not-found', `There is no ${what}.`);
}
