import type { LogOptions } from '@/lib/engine/ports/cluster-client';
import { withQuery } from '../discovery/resource-path';
import { readLines } from './read-lines';
import type { ApiAnswer, ApiRequest } from './send-request';
import { errorOfNetwork } from './to-adapter-error';

/** A quiet container is no failure. Milliseconds; 0 waits for ever. */
const IDLE_TIMEOUT_MS = 0;

/** Lines of one container, without their ends; ends quietly when aborted. */
export async function* readLogs(
  send: (request: ApiRequest) => Promise<ApiAnswer>,
  ref: { namespace: string; name: string },
  options: LogOptions,
): AsyncGenerator<string> {
  const { signal, container, follow, previous, tailLines, sinceSeconds, timestamps } = options;
  const base = `/api/v1/namespaces/${encodeURIComponent(ref.namespace)}/pods/${encodeURIComponent(ref.name)}/log`;
  const path = withQuery(base, { container, follow, previous, tailLines, sinceSeconds, timestamps });
  const answer = await send({ method: 'GET', path, accept: '*/*', signal, idleTimeoutMs: IDLE_TIMEOUT_MS });
  try {
    yield* readLines(answer.body as AsyncIterable<Uint8Array>);
  } catch (error) {
    if (signal?.aborted) return;
    throw errorOfNetwork(error, `logs of ${ref.namespace}/${ref.name}`);
  }
}
