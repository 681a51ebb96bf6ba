import type { ResourceTree } from '@/lib/contracts/resource/resource-tree';
import type { RequestContext } from '../../http/request-context';
import { AsyncQueue } from '../../stream/async-queue';
import { requireApplication, type ApplicationName } from '../applications/find-application';

const GATHER_MS = 200;

/** Argo CD's tree watch: the tree, and the whole of it again after changes, at most five times a second. */
export async function openTreeWatch(
  context: RequestContext,
  input: ApplicationName,
): Promise<(signal: AbortSignal) => AsyncGenerator<ResourceTree>> {
  const { namespace, name } = await requireApplication(context, input);
  return (signal) => watch(context, { namespace, name }, AbortSignal.any([signal, context.signal]));
}

async function* watch(
  context: RequestContext,
  ref: { namespace: string; name: string },
  signal: AbortSignal,
): AsyncGenerator<ResourceTree> {
  const { engine, clock } = context.runtime;
  // One unread mark says all there is to say.
  const changes = new AsyncQueue<true>(signal, 1, () => true);
  const unsubscribe = engine.subscribe((event) => {
    const isOurs =
      event.type !== 'status' && event.ref.namespace === ref.namespace && event.ref.name === ref.name;
    if (isOurs && (event.type === 'tree' || event.type === 'compared')) changes.push(true);
  });
  try {
    const first = await engine.tree(ref);
    if (first) yield first;
    const unread = changes[Symbol.asyncIterator]();
    while (!(await unread.next()).done) {
      await clock.sleep(GATHER_MS, signal).catch(() => undefined);
      const tree = await engine.tree(ref);
      if (!tree) return;
      yield tree;
    }
  } finally {
    unsubscribe();
  }
}
