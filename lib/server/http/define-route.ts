import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ANONYMOUS } from '../auth/caller';
import type { Permission } from '../auth/permission';
import { getRuntime, requireRuntime } from '../lifecycle/server-runtime';
import { AppError } from './app-error';
import { problemResponse } from './answer/problem-response';
import { queryObject } from './request/query-schemas';
import { readBody, readJsonBody } from './request/read-body';
import type { RequestContext } from './request-context';
import { invalidRequest, toAppError } from './to-app-error';

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** `public`: health, version, webhooks (which prove themselves by signature). */
export type RoutePermission = Permission | 'public';

export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  /** One line for the API description. */
  summary: string;
  permission: RoutePermission;
  params?: P;
  query?: Q;
  body?: B;
  /** Shape of the answer; a string is the media type of a stream or text. */
  response?: z.ZodType | string;
  /** The handler gets the body as it was sent, as `bytes`: signatures are made over them. */
  rawBody?: boolean;
  handler: (
    context: RequestContext & {
      request: Request;
      params: z.output<P>;
      query: z.output<Q>;
      body: z.output<B>;
      /** Empty unless `rawBody`. */
      bytes: Buffer;
    },
  ) => Promise<Response | object>;
}

export type RouteHandler = ((
  request: Request,
  next: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>) & { spec: RouteSpec<z.ZodType, z.ZodType, z.ZodType> };

/**
 * Makes a route handler: request id, caller, declared permission, parsing, the answer, and the only place where errors
 * become answers. An error that nobody foresaw is a 500 with a generic text; the log has the rest under the request id.
 */
export function defineRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: RouteSpec<P, Q, B>,
): RouteHandler {
  const handle = async (
    request: Request,
    next: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    const response = await answer(spec, request, next.params, requestId).catch((error: unknown) =>
      failure(error, request, requestId),
    );
    getRuntime()?.metrics.observeRequest(request.method, response.status, performance.now() - startedAt);
    response.headers.set('x-request-id', requestId);
    return response;
  };
  return Object.assign(handle, { spec: spec });
}

async function answer<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: RouteSpec<P, Q, B>,
  request: Request,
  given: Promise<Record<string, string | string[] | undefined>>,
  requestId: string,
): Promise<Response> {
  const runtime = requireRuntime();
  const caller = spec.permission === 'public' ? ANONYMOUS : await runtime.identify(request);
  if (spec.permission !== 'public') requirePermission(spec.permission, runtime, caller);
  const params = parse('path', spec.params, await given);
  const query = parse('query', spec.query, queryObject(new URL(request.url).searchParams));
  const bytes = spec.rawBody ? await readBody(request, MAX_BODY_BYTES) : Buffer.alloc(0);
  const body = spec.body && parse('body', spec.body, await readJsonBody(request, MAX_BODY_BYTES));
  const result = await spec.handler({
    runtime,
    caller,
    requestId,
    remoteAddress: remoteAddressOf(request),
    signal: request.signal,
    request,
    params: params as z.output<P>,
    query: query as z.output<Q>,
    body: body as z.output<B>,
    bytes,
  });
  if (result instanceof Response) return result;
  return Response.json(result, { headers: { 'cache-control': 'no-store' } });
}

/** The coarse check that needs no object; services ask again with it. */
function requirePermission(
  permission: Permission,
  runtime: RequestContext['runtime'],
  caller: RequestContext['caller'],
): void {
  if (runtime.authorizer.can(caller, permission, '*')) return;
  throw new AppError(
    'forbidden',
    `${caller.name} may not do this: it needs ${permission.resource}, ${permission.action}.`,
  );
}

function parse(part: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) throw invalidRequest(part, parsed.error);
  return parsed.data;
}

/** Behind a proxy the first address is the caller's; without one Next.js fills it from the connection. */
function remoteAddressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '';
}

function failure(error: unknown, request: Request, requestId: string): Response {
  const known = toAppError(error);
  if (known && known.status < 500) return problemResponse(known, requestId);
  getRuntime()?.log.error(
    { err: error, requestId, method: request.method, path: new URL(request.url).pathname },
    'request failed',
  );
  return problemResponse(
    known ??
      new AppError('internal', 'Something went wrong on the server. The log has it under the request id.'),
    requestId,
  );
}
