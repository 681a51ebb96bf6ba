import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { ApiResource, WatchEvent } from '@/lib/engine/ports/cluster-client';
import { resourcePath, withQuery } from '../discovery/resource-path';
import { readLines } from './read-lines';
import type { ApiAnswer, ApiRequest } from './send-request';
import { errorOfNetwork, isRetryable } from './to-adapter-error';

/** The server ends the watch after this long; clients resume. Seconds. */
const WATCH_TIMEOUT_S = 290;
/** Bookmarks come every minute: such a silence means that the connection is dead. Milliseconds. */
const IDLE_TIMEOUT_MS = 180_000;

interface RawEvent {
  type: string;
  object: KubernetesObject & { code?: number; reason?: string; message?: string };
}

/** One watch request; ends with it, quietly when aborted or silent for too long. */
export async function* watchObjects(
  send: (request: ApiRequest) => Promise<ApiAnswer>,
  kind: { apiVersion: string; kind: string },
  resource: ApiResource,
  options: { resourceVersion: string; namespace?: string; labelSelector?: string },
  signal: AbortSignal,
): AsyncGenerator<WatchEvent> {
  const { resourceVersion, namespace, labelSelector } = options;
  const query = { watch: true, allowWatchBookmarks: true, timeoutSeconds: WATCH_TIMEOUT_S };
  const path = withQuery(resourcePath(resource, { namespace }), { ...query, resourceVersion, labelSelector });
  try {
    const answer = await send({ method: 'GET', path, signal, idleTimeoutMs: IDLE_TIMEOUT_MS });
    for await (const line of readLines(answer.body as AsyncIterable<Uint8Array>)) {
      yield toEvent(JSON.parse(line) as RawEvent, kind);
    }
  } catch (error) {
    if (signal.aborted || isIdleTimeout(error)) return;
    throw error instanceof AdapterError ? error : errorOfNetwork(error, `watch ${path}`);
  }
}

function toEvent(event: RawEvent, kind: { apiVersion: string; kind: string }): WatchEvent {
  switch (event.type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return { type: event.type, object: { ...event.object, ...kind } };
    case 'BOOKMARK':
      return { type: 'BOOKMARK', resourceVersion: event.object.metadata.resourceVersion ?? '' };
    default: {
      const { code = 500, reason, message = 'watch failed' } = event.object;
      throw new AdapterError(message, {
        retry: isRetryable(code) ? 'retryable' : 'terminal',
        status: code,
        ...(reason === undefined ? {} : { reason }),
      });
    }
  }
}

function isIdleTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'UND_ERR_BODY_TIMEOUT';
}
