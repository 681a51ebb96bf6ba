import { AdapterError } from '@/lib/engine/ports/adapter-error';

/** Prisma's codes for a server that is away, busy or in conflict: trying again can help. */
const RETRYABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);
const STATUS: Record<string, number> = { P2002: 409, P2025: 404 };

/** Runs a database call; what it throws leaves as `AdapterError`. */
export async function guarded<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw toLedgerError(what, error);
  }
}

export function toLedgerError(what: string, error: unknown): AdapterError {
  if (error instanceof AdapterError) return error;
  const code = codeOf(error);
  const status = STATUS[code];
  const text = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
  return new AdapterError(`The ledger could not ${what}: ${text}`, {
    retry: RETRYABLE.has(code) || code.startsWith('ECONN') ? 'retryable' : 'terminal',
    ...(code ? { reason: code } : {}),
    ...(status ? { status } : {}),
    cause: error,
  });
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
