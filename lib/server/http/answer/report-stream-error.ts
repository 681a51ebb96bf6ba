import type { RequestContext } from '../request-context';

/** An error after the first byte can be no answer any more: it goes to the log under the request id. */
export function reportStreamError({ runtime, requestId }: Pick<RequestContext, 'runtime' | 'requestId'>) {
  return (error: unknown): void => {
    runtime.log.error({ err: error, requestId }, 'stream failed');
  };
}
