import type { Problem, ProblemCode } from '@/lib/contracts/problem';

/** `unreachable`: no answer at all. */
export type ClientProblemCode = ProblemCode | 'unreachable';

/** Every failed request. `message` is the server's sentence; `requestId` finds it in the server's log. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ClientProblemCode;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly field: string | undefined;
  readonly fix: string | undefined;
  /** For `window-closed`: when it opens. */
  readonly until: string | null | undefined;

  constructor(problem: Pick<Problem, 'detail' | 'status'> & Partial<Problem>, code: ClientProblemCode) {
    super(problem.detail);
    this.code = code;
    this.status = problem.status;
    this.requestId = problem.requestId;
    this.field = problem.field;
    this.fix = problem.fix;
    this.until = problem.until;
  }
}

export function isApiProblem(error: unknown, code?: ClientProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}
