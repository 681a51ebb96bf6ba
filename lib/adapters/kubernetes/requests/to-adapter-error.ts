import { isJsonObject } from '@/lib/domain/resource/json';
import { AdapterError } from '@/lib/engine/ports/adapter-error';

/** An answer that is no success: the API server's `Status` in full words, or what a proxy in between said. */
export function errorOfAnswer(status: number, body: string, request: string): AdapterError {
  const parsed = parseStatus(body);
  const text = body.trim().slice(0, 300);
  const message = parsed?.message ?? `${request}: ${status}${text === '' ? '' : ` ${text}`}`;
  return new AdapterError(message, {
    retry: isRetryable(status) ? 'retryable' : 'terminal',
    status,
    ...(parsed?.reason === undefined ? {} : { reason: parsed.reason }),
  });
}

/** No answer at all: refused, reset, timed out, or a name that does not resolve. */
export function errorOfNetwork(cause: unknown, request: string): AdapterError {
  const detail = cause instanceof Error ? describe(cause) : String(cause);
  return new AdapterError(`${request}: ${detail}`, { retry: 'retryable', reason: 'Network', cause });
}

export function isRetryable(status: number): boolean {
  return status === 429 || status >= 500;
}

function describe(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error.message === '' ? error.name : error.message;
  return code === '' || message.includes(code) ? message : `${message} (${code})`;
}

function parseStatus(body: string): { message?: string; reason?: string } | undefined {
  if (!body.startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    if (!isJsonObject(parsed) || parsed['kind'] !== 'Status') return undefined;
    const { message, reason } = parsed;
    return {
      ...(typeof message === 'string' && message !== '' ? { message } : {}),
      ...(typeof reason === 'string' && reason !== '' ? { reason } : {}),
    };
  } catch {
    return undefined;
  }
}
