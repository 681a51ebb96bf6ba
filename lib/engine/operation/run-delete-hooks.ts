import type { Application } from '@/lib/domain/application/application';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { hookDeletePoliciesOf } from '@/lib/domain/sync/hook/hook-delete-policies';
import { isDeleteHook, type DeleteHookType } from '@/lib/domain/sync/hook/hook-types';
import { hookOutcome } from '@/lib/domain/sync/run/assess-running';
import type { ClusterConnection } from '../control/cluster-connections';
import { evaluateApplication } from '../reconcile/evaluate-application';
import { clientSideApply } from '../sync/write/client-side-apply';
import { deleteAndWait } from '../sync/write/delete-and-wait';
import { referenceOf } from '../sync/write/write-context';
import { removeFinalizers, type DeletionContext } from './delete-application';

export const DELETE_HOOK_FINALIZERS: Record<DeleteHookType, string> = {
  PreDelete: 'pre-delete-finalizer.argocd.argoproj.io',
  PostDelete: 'post-delete-finalizer.argocd.argoproj.io',
};
const CHECK_MS = 2_000;

/** Runs the hooks of one side of a deletion, where the Application carries their finalizer. False: the Application is gone. */
export async function runDeleteHooks(
  app: Application,
  type: DeleteHookType,
  cluster: ClusterConnection,
  context: DeletionContext,
): Promise<boolean> {
  const finalizer = DELETE_HOOK_FINALIZERS[type];
  const present = app.metadata.finalizers ?? [];
  if (!present.some((each) => each === finalizer || each === `${finalizer}/cleanup`)) return true;
  const evaluation = await evaluateApplication(app, { refresh: false }, context);
  if (evaluation.type === 'invalid-spec') throw new Error(evaluation.messages.join('; '));
  if (evaluation.comparison.isBroken)
    throw new Error(evaluation.comparison.conditions[0]?.message ?? 'the hooks cannot be rendered');
  const hooks = evaluation.comparison.targets.filter((target) => isDeleteHook(target, type));
  if (present.includes(finalizer)) {
    await runHooks(hooks, type, cluster, context);
    await removeFinalizers(app, [finalizer], context);
  }
  await cleanUp(hooks, cluster, context);
  await removeFinalizers(app, [`${finalizer}/cleanup`], context);
  return true;
}

async function runHooks(
  hooks: KubernetesObject[],
  type: DeleteHookType,
  cluster: ClusterConnection,
  context: DeletionContext,
): Promise<void> {
  const { clock, signal, assessHealth } = context;
  const write = {
    client: cluster.client,
    clock,
    signal,
    observe: () => undefined,
    schemaOf: (object: KubernetesObject) => cluster.schemas.schemaOf(object),
  };
  const started = await Promise.all(
    hooks.map(async (hook) => {
      const live = await cluster.client.get(referenceOf(hook), signal);
      if (!live) await clientSideApply(hook, undefined, { force: false }, write);
      return hook;
    }),
  );
  for (;;) {
    const outcomes = await Promise.all(
      started.map(async (hook) => {
        const live = await cluster.client.get(referenceOf(hook), signal);
        return { hook, phase: live ? hookOutcome(live, assessHealth).phase : ('Succeeded' as const) };
      }),
    );
    const failed = outcomes.filter(({ phase }) => phase === 'Failed' || phase === 'Error');
    if (failed.length > 0) {
      const names = failed.map(({ hook }) => `${hook.metadata.namespace ?? ''}/${hook.metadata.name ?? ''}`);
      throw new Error(
        `error executing ${type === 'PreDelete' ? 'pre' : 'post'}-delete hooks: ${type} hook(s) failed: ${names.join(', ')}`,
      );
    }
    if (outcomes.every(({ phase }) => phase === 'Succeeded')) return;
    await context.waitForChange(CHECK_MS);
  }
}

/** Hooks go as their policies say; those without a policy stay until the next run. */
async function cleanUp(
  hooks: KubernetesObject[],
  cluster: ClusterConnection,
  context: DeletionContext,
): Promise<void> {
  const doomed = hooks.filter((hook) => hookDeletePoliciesOf(hook).includes('HookSucceeded'));
  const write = {
    client: cluster.client,
    clock: context.clock,
    signal: context.signal,
    observe: () => undefined,
    schemaOf: () => Promise.resolve(undefined),
  };
  for (const hook of doomed) {
    const live = await cluster.client.get(referenceOf(hook), context.signal);
    if (live) await deleteAndWait(referenceOf(hook), live.metadata.uid, 'Foreground', write);
  }
}
