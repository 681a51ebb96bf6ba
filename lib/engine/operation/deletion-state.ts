import type { Application } from '@/lib/domain/application/application';
import { isDeletionApproved } from '@/lib/domain/application/deletion/is-deletable';
import type { DeletionState } from '@/lib/domain/application/deletion/next-deletion-step';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { formatResourceKey, resourceKeyOf } from '@/lib/domain/resource/resource-key';
import { isDeleteHook } from '@/lib/domain/sync/hook/hook-types';
import { parseSyncOptions } from '@/lib/domain/sync/option/sync-options';
import { instanceNameOf } from '@/lib/domain/tracking/application-names';
import { isSelfReferenced } from '@/lib/domain/tracking/is-self-referenced';
import type { ClusterConnection } from '../control/cluster-connections';
import type { EngineContext } from '../engine-context';
import { collectLive } from '../reconcile/collect-live';
import { isLivePermitted } from '../reconcile/project-rules';

export interface DeletionScope {
  app: Application;
  cluster: ClusterConnection;
  project: AppProject;
  /** What Git declares; undefined when it cannot be rendered or is not needed. */
  targets: readonly KubernetesObject[] | undefined;
}

/** What the next step of a deletion is decided from: live objects with the Application's mark, and its delete hooks. */
export async function deletionState(
  { app, cluster, project, targets }: DeletionScope,
  { control, signal, assessHealth }: EngineContext,
): Promise<DeletionState> {
  const { name, namespace, finalizers = [], annotations, deletionTimestamp } = app.metadata;
  const hooks = (targets ?? []).filter(
    (each) => isDeleteHook(each, 'PreDelete') || isDeleteHook(each, 'PostDelete'),
  );
  const hookKeys = new Set(hooks.map((hook) => formatResourceKey(resourceKeyOf(hook))));
  const instanceName = instanceNameOf({ name, namespace }, control.namespace);
  // Only hooks are looked up by name: what merely stands where Git declares something is not the Application's.
  const collected = await collectLive(cluster, instanceName, hooks, control.settings, signal);
  const live = collected.filter((object) => {
    const key = resourceKeyOf(object);
    const isOwn =
      hookKeys.has(formatResourceKey(key)) || isSelfReferenced(object, undefined, control.settings);
    return isOwn && isLivePermitted(project, key, cluster);
  });
  const { delete: byDefault } = parseSyncOptions(app.spec.syncPolicy?.syncOptions);
  return {
    self: { name, namespace },
    byDefault,
    finalizers,
    targets,
    live,
    isApproved: isDeletionApproved(annotations, new Date(deletionTimestamp ?? 0)),
    // The controller lets an operation end before it starts a deletion.
    isOperationRunning: false,
    assessHealth,
  };
}
