import type { Problem } from '@/lib/contracts/problem';
import type { AppError } from '../app-error';

/** `application/problem+json`, with the text where Argo CD's clients look for it as well. */
export function problemResponse(error: AppError, requestId: string): Response {
  const problem: Problem = {
    code: error.code,
    detail: error.message,
    status: error.status,
    requestId,
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(error.fix === undefined ? {} : { fix: error.fix }),
    ...(error.until === undefined ? {} : { until: error.until }),
    error: error.message,
    message: error.message,
  };
  return new Response(JSON.stringify(problem), {
    status: error.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(error.code === 'not-ready' ? { 'retry-after': '2' } : {}),
    },
  });
}
