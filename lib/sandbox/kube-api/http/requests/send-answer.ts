import type { ServerResponse } from 'node:http';
import { ApiError, apiErrors } from '../../status/api-error';

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  warnings: readonly string[] = [],
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-cache, private',
    ...(warnings.length > 0
      ? { warning: warnings.map((warning) => `299 - ${JSON.stringify(warning)}`).join(', ') }
      : {}),
  });
  response.end(text);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** An error that is no `ApiError` is a defect of the sandbox, shown as the 500 that it is. */
export function sendError(response: ServerResponse, error: unknown): void {
  const known =
    error instanceof ApiError
      ? error
      : apiErrors.internal(error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (response.headersSent) response.destroy();
  else sendJson(response, known.code, known.toStatus());
}
