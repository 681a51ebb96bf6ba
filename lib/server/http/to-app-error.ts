import { z } from 'zod';
import type { ProblemCode } from '@/lib/contracts/problem';
import { isAdapterError } from '@/lib/engine/ports/adapter-error';
import { AppError } from './app-error';

const CODE_OF_STATUS: Record<number, ProblemCode> = {
  400: 'invalid-request',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'unsupported-media-type',
  422: 'invalid-request',
  429: 'rate-limited',
};

/** Any error → what the caller is told; undefined for one that nobody foresaw. */
export function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return invalidRequest('', error);
  if (!isAdapterError(error)) return undefined;
  // What Kubernetes refuses us (401, 403) is not a matter of the caller's permissions.
  const code = CODE_OF_STATUS[error.status ?? 0] ?? 'upstream-failed';
  return new AppError(code, error.message, { cause: error });
}

/** The first thing that is wrong, named by its place: `body.spec.project is required`. */
export function invalidRequest(part: string, error: z.ZodError): AppError {
  const issue = error.issues[0];
  const path = [part, ...(issue?.path ?? [])].filter((each) => each !== '').map(String);
  const field = path.join('.');
  const message = issue ? sentence(issue) : 'is not valid';
  return new AppError('invalid-request', `${field || 'The request'} ${message}.`, {
    field: field || undefined,
  });
}

function sentence(issue: z.core.$ZodIssue): string {
  const text = issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '');
  if (issue.code === 'invalid_type' && issue.input === undefined && / undefined$/.test(text))
    return 'is required';
  return /^(is|has|must|differs|cannot|needs)\b/.test(text) ? text : `is not valid: ${text}`;
}
