import { setTimeout as delay } from 'node:timers/promises';
import { request as send, type Dispatcher } from 'undici';
import type { ClusterConnection } from '../connection/cluster-connection';
import { errorOfAnswer, errorOfNetwork } from './to-adapter-error';

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With leading slash, query included. */
  path: string;
  body?: string;
  contentType?: string;
  accept?: string;
  signal?: AbortSignal | undefined;
  /** A stream has no time limit on its body but this one between two pieces. Milliseconds. */
  idleTimeoutMs?: number;
}

export interface ApiAnswer {
  status: number;
  body: Dispatcher.ResponseData['body'];
}

const HEADERS_TIMEOUT_MS = 60_000;
const BODY_TIMEOUT_MS = 60_000;
const MAX_ATTEMPTS = 5;
const MAX_RETRY_AFTER_S = 30;

/**
 * Sends, and answers once the status is known to be a success. A 429 is sent again after `Retry-After`, a 401 once with
 * renewed credentials, a GET once after a broken connection.
 */
export async function sendRequest(connection: ClusterConnection, request: ApiRequest): Promise<ApiAnswer> {
  const what = `${request.method} ${request.path}`;
  let renewed = false;
  let reconnected = request.method !== 'GET';
  for (let attempt = 1; ; attempt++) {
    request.signal?.throwIfAborted();
    let answer: Dispatcher.ResponseData;
    try {
      answer = await exchange(connection, request, renewed && attempt === 2);
    } catch (cause) {
      request.signal?.throwIfAborted();
      if (reconnected || !isBrokenConnection(cause)) throw asError(cause, what);
      reconnected = true;
      continue;
    }
    if (answer.statusCode < 300) return { status: answer.statusCode, body: answer.body };
    const text = await answer.body.text().catch(() => '');
    if (answer.statusCode === 401 && !renewed) {
      renewed = true;
      await connection.signIn(true);
      continue;
    }
    const retryAfter = retryAfterSeconds(answer);
    if (answer.statusCode !== 429 || retryAfter === undefined || attempt >= MAX_ATTEMPTS)
      throw errorOfAnswer(answer.statusCode, text, what);
    await delay(retryAfter * 1000, undefined, { ...(request.signal ? { signal: request.signal } : {}) });
  }
}

/** The whole body as text; a failure in the middle of it is a network error. */
export async function readText(answer: ApiAnswer, request: ApiRequest): Promise<string> {
  try {
    return await answer.body.text();
  } catch (cause) {
    request.signal?.throwIfAborted();
    throw errorOfNetwork(cause, `${request.method} ${request.path}`);
  }
}

async function exchange(
  connection: ClusterConnection,
  request: ApiRequest,
  renew: boolean,
): Promise<Dispatcher.ResponseData> {
  const signedIn = await connection.signIn(renew);
  const isStream = request.idleTimeoutMs !== undefined;
  return send(`${signedIn.server}${request.path}`, {
    method: request.method,
    headers: {
      ...signedIn.headers,
      accept: request.accept ?? 'application/json',
      'user-agent': 'promontory',
      ...(request.body === undefined ? {} : { 'content-type': request.contentType ?? 'application/json' }),
    },
    body: request.body ?? null,
    signal: request.signal ?? null,
    dispatcher: isStream ? signedIn.streams : signedIn.requests,
    headersTimeout: HEADERS_TIMEOUT_MS,
    bodyTimeout: request.idleTimeoutMs ?? BODY_TIMEOUT_MS,
  });
}

function asError(cause: unknown, what: string): Error {
  return cause instanceof Error && cause.name === 'AdapterError' ? cause : errorOfNetwork(cause, what);
}

/** A kept-alive connection that the server closed meanwhile. */
function isBrokenConnection(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    'code' in cause &&
    ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String(cause.code))
  );
}

function retryAfterSeconds(answer: Dispatcher.ResponseData): number | undefined {
  const seconds = Number(answer.headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, MAX_RETRY_AFTER_S) : undefined;
}
