import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { HOOK_FINALIZER } from '@/lib/domain/sync/hook/hook-types';
import { resourceOption } from '@/lib/domain/sync/option/resource-options';
import type { PrunePropagation, SyncOptions } from '@/lib/domain/sync/option/sync-options';
import type { ActionOutcome, SyncAction } from '@/lib/domain/sync/run/sync-action';
import type { SyncTask } from '@/lib/domain/sync/task/sync-task';
import { isAdapterError } from '../ports/adapter-error';
import { checkWrite, writeObject } from './write/write-object';
import { referenceOf, type WriteContext } from './write/write-context';

export interface ActionContext extends WriteContext {
  options: SyncOptions;
  /** What is sent for a task: the target, with ignored fields as they are live where the options ask for it. */
  manifestFor: (task: SyncTask) => KubernetesObject;
  /** Tells the live cache that an object is gone, before the watch does. */
  forget: (task: SyncTask) => void;
}

/** Carries out one action of a sync pass. Failures are outcomes; only an aborted signal throws. */
export async function performAction(action: SyncAction, context: ActionContext): Promise<ActionOutcome> {
  try {
    return await perform(action, context);
  } catch (error) {
    context.signal.throwIfAborted();
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function perform({ type, task }: SyncAction, context: ActionContext): Promise<ActionOutcome> {
  switch (type) {
    case 'check':
      return check(task, context);
    case 'apply':
      return apply(task, context);
    case 'prune':
      return remove(task, propagationOf(task, context.options), context);
    case 'delete-hook':
      return remove(task, 'Foreground', context);
    case 'release-hook':
      return release(task, context);
  }
}

async function check(task: SyncTask, context: ActionContext): Promise<ActionOutcome> {
  if (!task.target) return { ok: true, message: '' };
  return {
    ok: true,
    message: await checkWrite(context.manifestFor(task), task.live, context.options, context),
  };
}

async function apply(task: SyncTask, context: ActionContext): Promise<ActionOutcome> {
  if (!task.target) return { ok: true, message: '' };
  // A hook that is to be made anew was deleted in this pass: what was live is gone.
  const { message } = await writeObject(context.manifestFor(task), task.live, context.options, context);
  return { ok: true, message };
}

async function remove(
  task: SyncTask,
  propagationPolicy: PrunePropagation,
  context: ActionContext,
): Promise<ActionOutcome> {
  if (!task.live) return { ok: true, message: '', gone: true };
  try {
    const left = await context.client.delete(referenceOf(task.live), { propagationPolicy }, context.signal);
    if (left) context.observe(left);
    else context.forget(task);
    return { ok: true, message: 'pruned' };
  } catch (error) {
    if (!isAdapterError(error, 404)) throw error;
    context.forget(task);
    return { ok: true, message: 'pruned', gone: true };
  }
}

function propagationOf(task: SyncTask, options: SyncOptions): PrunePropagation {
  const own = resourceOption(task.live, 'PrunePropagationPolicy')?.toLowerCase();
  const known: Record<string, PrunePropagation> = {
    foreground: 'Foreground',
    background: 'Background',
    orphan: 'Orphan',
  };
  return (own ? known[own] : undefined) ?? options.prunePropagationPolicy;
}

async function release(task: SyncTask, context: ActionContext): Promise<ActionOutcome> {
  const finalizers = task.live?.metadata.finalizers ?? [];
  if (!task.live || !finalizers.includes(HOOK_FINALIZER)) return { ok: true, message: '' };
  const ref = referenceOf(task.live);
  for (let attempt = 0; ; attempt++) {
    const current = await context.client.get(ref, context.signal);
    const held = current?.metadata.finalizers ?? [];
    if (!current || !held.includes(HOOK_FINALIZER)) return { ok: true, message: '' };
    try {
      const metadata = { ...current.metadata, finalizers: held.filter((each) => each !== HOOK_FINALIZER) };
      context.observe(await context.client.replace({ ...current, metadata }, {}, context.signal));
      return { ok: true, message: '' };
    } catch (error) {
      if (isAdapterError(error, 404)) return { ok: true, message: '' };
      if (!isAdapterError(error, 409) || attempt >= 5) throw error;
    }
  }
}
