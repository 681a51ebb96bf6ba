import type { Problem } from '@/lib/contracts/problem';
import { ApiProblem } from './api-problem';
import { sessionState } from './session-state';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * One JSON request. The answer is trusted to have the contract's shape `T`. Throws `ApiProblem`; an aborted request
 * rejects with the signal's reason.
 */
export async function sendRequest<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await openRequest(path, options);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** As `sendRequest`, for answers that are read as they come. */
export async function openRequest(path: string, options: RequestOptions = {}): Promise<Response> {
  const { method = 'GET', body, signal } = options;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem({ detail: 'Promontory does not answer.', status: 0 }, 'unreachable');
  }
  if (response.status === 401) sessionState.set(true);
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function readProblem(response: Response): Promise<ApiProblem> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const problem = await response
    .json()
    .then((value: unknown) => value as Partial<Problem>)
    .catch((): Partial<Problem> => ({}));
  return new ApiProblem(
    {
      ...(requestId ? { requestId } : {}),
      ...problem,
      detail: problem.detail ?? `The server answered ${response.status}.`,
      status: response.status,
    },
    problem.code ?? 'internal',
  );
}
