import { applicationId, type Application } from '@/lib/domain/application/application';
import { mergeConditions } from '@/lib/domain/application/conditions/merge-conditions';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { resourceKeyOf } from '@/lib/domain/resource/resource-key';
import { isDeleteHook, isHook } from '@/lib/domain/sync/hook/hook-types';
import { hasResourceOption } from '@/lib/domain/sync/option/resource-options';
import { parseSyncOptions } from '@/lib/domain/sync/option/sync-options';
import { syncWaveOf } from '@/lib/domain/sync/order/sync-wave';
import { instanceNameOf } from '@/lib/domain/tracking/application-names';
import { isSelfReferenced } from '@/lib/domain/tracking/is-self-referenced';
import type { ClusterConnection } from '../control/cluster-connections';
import { isAdapterError } from '../ports/adapter-error';
import type { PropagationPolicy } from '../ports/cluster-client';
import { collectLive } from '../reconcile/collect-live';
import { checkSpec } from '../reconcile/evaluate-application';
import { isLivePermitted } from '../reconcile/project-rules';
import { referenceOf } from '../sync/write/write-context';
import type { EngineContext } from '../engine-context';
import { runDeleteHooks } from './run-delete-hooks';

export type DeletionContext = EngineContext & { waitForChange: (ms: number) => Promise<void> };

const RESOURCES = 'resources-finalizer.argocd.argoproj.io';
const FINALIZERS: Record<string, PropagationPolicy> = {
  [RESOURCES]: 'Foreground',
  [`${RESOURCES}/foreground`]: 'Foreground',
  [`${RESOURCES}/background`]: 'Background',
  'foreground-finalizer.argocd.argoproj.io': 'Foreground',
  'background-finalizer.argocd.argoproj.io': 'Background',
};
const APPROVED_ANNOTATION = 'argocd.argoproj.io/deletion-approved';
const CHECK_MS = 2_000;

/**
 * Deletes what an Application owns as its finalizers ask: PreDelete hooks, live objects from the highest wave down, one
 * wave at a time, PostDelete hooks; then takes its own finalizers off. Level-triggered: it may be started anew at any point.
 */
export async function deleteApplication(app: Application, context: DeletionContext): Promise<void> {
  const usable = checkSpec(app, context);
  if (!usable.ok) {
    // What cannot be reached cannot be deleted; the objects stay, as in Argo CD.
    await removeFinalizers(app, Object.keys(FINALIZERS), context);
    return;
  }
  const { cluster, project } = usable;
  await cluster.ready;
  try {
    if (!(await runDeleteHooks(app, 'PreDelete', cluster, context))) return;
    const finalizer = (app.metadata.finalizers ?? []).find((each) => FINALIZERS[each]);
    if (finalizer) {
      const policy = FINALIZERS[finalizer] ?? 'Foreground';
      const isOwned = (object: KubernetesObject) => isLivePermitted(project, resourceKeyOf(object), cluster);
      if (!(await deleteObjects(app, cluster, policy, isOwned, context))) return;
      await removeFinalizers(app, Object.keys(FINALIZERS), context);
    }
    if (!(await runDeleteHooks(app, 'PostDelete', cluster, context))) return;
  } catch (error) {
    context.signal.throwIfAborted();
    await reportDeletionError(app, error, context);
    throw error;
  }
}

async function deleteObjects(
  app: Application,
  cluster: ClusterConnection,
  policy: PropagationPolicy,
  isOwned: (object: KubernetesObject) => boolean,
  context: DeletionContext,
): Promise<boolean> {
  const requested = new Set<string>();
  for (;;) {
    context.signal.throwIfAborted();
    const current = context.control.application(applicationId(app));
    if (!current) return false;
    const objects = (await ownedObjects(current, cluster, context)).filter(isOwned);
    if (objects.length === 0) return true;
    const wave = Math.max(...objects.map(syncWaveOf));
    const now = objects.filter((object) => syncWaveOf(object) === wave);
    const needsApproval = objects.some((object) => asksForConfirmation(object, current));
    if (!needsApproval || current.metadata.annotations?.[APPROVED_ANNOTATION]) {
      const pending = now.filter(
        (object) => !object.metadata.deletionTimestamp && !requested.has(object.metadata.uid ?? ''),
      );
      for (const object of pending) requested.add(object.metadata.uid ?? '');
      await Promise.all(pending.map((object) => deleteObject(object, cluster, policy, context)));
    }
    await context.waitForChange(CHECK_MS);
  }
}

async function ownedObjects(
  app: Application,
  cluster: ClusterConnection,
  { control, signal }: EngineContext,
): Promise<KubernetesObject[]> {
  const name = instanceNameOf(
    { name: app.metadata.name, namespace: app.metadata.namespace },
    control.namespace,
  );
  const options = parseSyncOptions(app.spec.syncPolicy?.syncOptions);
  const live = await collectLive(cluster, name, [], control.settings, signal);
  return live.filter((object) => {
    const { kind, metadata, apiVersion } = object;
    const isSelf =
      kind === 'Application' &&
      metadata.name === app.metadata.name &&
      metadata.namespace === app.metadata.namespace;
    const isDefinition =
      kind === 'CustomResourceDefinition' && apiVersion.startsWith('apiextensions.k8s.io/');
    const isKept =
      hasResourceOption(object, 'Delete=false') ||
      options.delete === 'false' ||
      metadata.annotations?.['helm.sh/resource-policy'] === 'keep';
    const isLifecycleHook = isDeleteHook(object, 'PreDelete') || isDeleteHook(object, 'PostDelete');
    return (
      !isSelf &&
      !isDefinition &&
      !isKept &&
      !(isHook(object) && isLifecycleHook) &&
      isSelfReferenced(object, undefined, control.settings)
    );
  });
}

function asksForConfirmation(object: KubernetesObject, app: Application): boolean {
  const { delete: answer } = parseSyncOptions(app.spec.syncPolicy?.syncOptions);
  return (
    answer === 'confirm' ||
    hasResourceOption(object, 'Delete=confirm') ||
    hasResourceOption(object, 'Prune=confirm')
  );
}

async function deleteObject(
  object: KubernetesObject,
  { client, cache }: ClusterConnection,
  propagationPolicy: PropagationPolicy,
  { signal }: EngineContext,
): Promise<void> {
  try {
    const left = await client.delete(referenceOf(object), { propagationPolicy }, signal);
    if (!left) cache.forget(resourceKeyOf(object));
  } catch (error) {
    if (!isAdapterError(error, 404)) throw error;
    cache.forget(resourceKeyOf(object));
  }
}

export async function removeFinalizers(
  app: Application,
  names: string[],
  { control, writer, signal }: EngineContext,
): Promise<void> {
  const id = applicationId(app);
  const present = control.application(id)?.metadata.finalizers ?? [];
  const kept = present.filter((each) => !names.includes(each));
  if (kept.length === present.length) return;
  await writer.patch(id, { metadata: { finalizers: kept.length > 0 ? kept : null } }, signal);
}

async function reportDeletionError(
  app: Application,
  error: unknown,
  { control, writer, clock, signal }: EngineContext,
): Promise<void> {
  const present = control.application(applicationId(app));
  if (!present) return;
  const message = error instanceof Error ? error.message : String(error);
  const conditions = mergeConditions(
    present.status?.conditions ?? [],
    [{ type: 'DeletionError', message }],
    ['DeletionError'],
    clock.now(),
  );
  await writer.patchStatus(
    present,
    JSON.parse(JSON.stringify({ ...present.status, conditions })) as JsonObject,
    {},
    signal,
  );
}
