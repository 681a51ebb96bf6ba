import { AdapterError, isAdapterError } from '../../ports/adapter-error';
import type { ObjectReference, PropagationPolicy } from '../../ports/cluster-client';
import type { WriteContext } from './write-context';

const POLL_MS = 250;
const LIMIT_MS = 60_000;

/** Deletes an object and waits until this very one (by uid) is gone. Throws when it is held for longer than a minute. */
export async function deleteAndWait(
  ref: ObjectReference,
  uid: string | undefined,
  propagationPolicy: PropagationPolicy,
  { client, clock, signal }: WriteContext,
): Promise<void> {
  try {
    await client.delete(ref, { propagationPolicy }, signal);
  } catch (error) {
    if (isAdapterError(error, 404)) return;
    throw error;
  }
  const started = clock.now().getTime();
  while (clock.now().getTime() - started < LIMIT_MS) {
    const current = await client.get(ref, signal);
    if (!current || current.metadata.uid !== uid) return;
    await clock.sleep(POLL_MS, signal);
  }
  throw new AdapterError(`${ref.kind} ${ref.name} was deleted and is held by a finalizer`, {
    retry: 'retryable',
    reason: 'Timeout',
  });
}
