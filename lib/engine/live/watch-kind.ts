import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { isAdapterError } from '../ports/adapter-error';
import type { Clock } from '../ports/clock';
import type { ClusterClient } from '../ports/cluster-client';
import { backoffDelayMs } from './backoff';

export interface WatchedKind {
  apiVersion: string;
  kind: string;
}

export type WatchState = { connected: true } | { connected: false; error: unknown };

export interface WatchKindOptions {
  client: ClusterClient;
  kind: WatchedKind;
  clock: Clock;
  signal: AbortSignal;
  namespace?: string;
  labelSelector?: string;
  /** The complete list, at start and after each relist. */
  onList: (items: KubernetesObject[]) => void;
  onChange: (type: 'ADDED' | 'MODIFIED' | 'DELETED', object: KubernetesObject) => void;
  onState?: (state: WatchState) => void;
  random?: () => number;
}

const BACKOFF = { baseMs: 500, maxMs: 30_000 };

/**
 * List, then watch for as long as the signal lives: a broken watch is resumed where it ended, an expired
 * one (410) is listed anew, failures back off with jitter. Ends quietly when aborted or when the kind is no longer served (404).
 */
export async function watchKind(options: WatchKindOptions): Promise<void> {
  const { clock, signal, onState, random = Math.random } = options;
  let resourceVersion: string | undefined;
  for (let attempt = 0; !signal.aborted;) {
    try {
      resourceVersion ??= await listOnce(options);
      onState?.({ connected: true });
      const resumed = await watchOnce(options, resourceVersion);
      attempt = resumed === resourceVersion ? attempt + 1 : 0;
      resourceVersion = resumed;
      // A server may close a quiet watch at once: never spin.
      if (attempt > 1) await clock.sleep(backoffDelayMs(attempt, BACKOFF, random()), signal);
    } catch (error) {
      if (isAborted(signal)) return;
      if (isAdapterError(error, 404) || isAdapterError(error, 405)) return;
      if (isAdapterError(error, 410)) {
        resourceVersion = undefined;
        continue;
      }
      resourceVersion = undefined;
      onState?.({ connected: false, error });
      await clock.sleep(backoffDelayMs(attempt++, BACKOFF, random()), signal).catch(() => undefined);
    }
  }
}

/** A call, as the type checker takes a property for unchanged across awaits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function listOnce({
  client,
  kind,
  namespace,
  labelSelector,
  signal,
  onList,
}: WatchKindOptions): Promise<string> {
  const page = await client.list(kind, { limit: 500, ...scope(namespace, labelSelector) }, signal);
  onList(page.items);
  return page.resourceVersion;
}

async function watchOnce(options: WatchKindOptions, from: string): Promise<string> {
  const { client, kind, namespace, labelSelector, signal, onChange } = options;
  let resourceVersion = from;
  const events = client.watch(kind, { resourceVersion, ...scope(namespace, labelSelector) }, signal);
  for await (const event of events) {
    if (event.type === 'BOOKMARK') {
      resourceVersion = event.resourceVersion;
      continue;
    }
    resourceVersion = event.object.metadata.resourceVersion ?? resourceVersion;
    onChange(event.type, event.object);
  }
  return resourceVersion;
}

function scope(namespace: string | undefined, labelSelector: string | undefined) {
  return { ...(namespace ? { namespace } : {}), ...(labelSelector ? { labelSelector } : {}) };
}
