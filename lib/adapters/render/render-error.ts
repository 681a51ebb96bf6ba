import { AdapterError } from '@/lib/engine/ports/adapter-error';

/** A source that cannot be rendered as it stands: only a new commit or another spec helps. */
export function renderError(message: string, cause?: unknown): AdapterError {
  return new AdapterError(message, {
    retry: 'terminal',
    reason: 'RenderFailed',
    ...(cause === undefined ? {} : { cause }),
  });
}
