/** What every adapter throws: the caller learns whether trying again can help. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly retry: 'retryable' | 'terminal';
  /** HTTP-like status of the foreign answer where there was one (404, 409, 422…). */
  readonly status: number | undefined;
  /** The foreign machine-readable reason where there was one (Kubernetes' `Status.reason`, a Git exit kind). */
  readonly reason: string | undefined;

  constructor(
    message: string,
    options: { retry: 'retryable' | 'terminal'; status?: number; reason?: string; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retry = options.retry;
    this.status = options.status;
    this.reason = options.reason;
  }
}

export function isAdapterError(error: unknown, status?: number): error is AdapterError {
  return error instanceof AdapterError && (status === undefined || error.status === status);
}
