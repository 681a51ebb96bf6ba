import type { Application } from '@/lib/domain/application/application';
import type { SyncOperation } from '@/lib/domain/application/application-status';
import { compileIgnoreRules } from '@/lib/domain/diff/ignore/ignore-rule';
import { ignoreDifferencesSteps } from '@/lib/domain/diff/ignore-differences';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { formatResourceKey, gvkOf, resourceKeyOf } from '@/lib/domain/resource/resource-key';
import { isHook } from '@/lib/domain/sync/hook/hook-types';
import { parseSyncOptions, type SyncOptions } from '@/lib/domain/sync/option/sync-options';
import type { SyncTask } from '@/lib/domain/sync/task/sync-task';
import type { TaskInput } from '@/lib/domain/sync/task/task-input';
import { instanceNameOf } from '@/lib/domain/tracking/application-names';
import { isSelfReferenced } from '@/lib/domain/tracking/is-self-referenced';
import { ownerNameOf } from '@/lib/domain/tracking/read-owner';
import type { ClusterConnection } from '../control/cluster-connections';
import type { EngineContext } from '../engine-context';
import { runWithJq } from '../ports/jq-evaluator';
import { collectLive } from '../reconcile/collect-live';
import { isLivePermitted, taskViolation } from '../reconcile/project-rules';

export interface OperationScope {
  app: Application;
  sync: SyncOperation;
  project: AppProject;
  cluster: ClusterConnection;
  targets: KubernetesObject[];
  revision: string;
  startedAt: Date;
  options: SyncOptions;
}

/** The operation's options; a forced strategy counts like the option. */
export function operationOptions(sync: SyncOperation): SyncOptions {
  const options = parseSyncOptions(sync.syncOptions ?? []);
  const force = sync.syncStrategy?.apply?.force === true || sync.syncStrategy?.hook?.force === true;
  return force ? { ...options, force } : options;
}

/** What the tasks of the next pass are made from: declared objects, and what is live now. */
export async function taskInputFor(scope: OperationScope, context: EngineContext): Promise<TaskInput> {
  const { app, sync, cluster, targets, options, project } = scope;
  const { control, signal } = context;
  const instanceName = instanceNameOf(
    { name: app.metadata.name, namespace: app.metadata.namespace },
    control.namespace,
  );
  const collected = await collectLive(cluster, instanceName, targets, control.settings, signal);
  const byKey = new Map(targets.map((target) => [formatResourceKey(resourceKeyOf(target)), target]));
  const live = collected.filter((object) => {
    const key = resourceKeyOf(object);
    const target = byKey.get(formatResourceKey(key));
    // The mark of a hook with a generated name cannot name it.
    const isOwn = isHook(object) || isSelfReferenced(object, target, control.settings);
    return isOwn && isLivePermitted(project, key, cluster);
  });
  const { destination } = app.spec;
  const resources = cluster.cache.capabilities.resources;
  const served = new Set(resources.map((each) => `${each.group}/${each.version}/${each.kind}`));
  return {
    targets,
    live,
    destinationNamespace: destination.namespace ?? '',
    options,
    skipHooks: sync.syncStrategy?.apply !== undefined && sync.syncStrategy.hook === undefined,
    ...(sync.resources && sync.resources.length > 0 ? { selection: sync.resources } : {}),
    revision: scope.revision,
    startedAt: scope.startedAt,
    ...(await namespaceInput(scope, context)),
    missingKind: (object) => missingKind(object, served),
  };
}

function missingKind(object: KubernetesObject, served: ReadonlySet<string>): string | undefined {
  const { group, version, kind } = gvkOf(object);
  if (served.has(`${group}/${version}/${kind}`)) return undefined;
  const { namespace = '', name = '' } = object.metadata;
  return `The Kubernetes API could not find ${group}/${kind} for requested resource ${namespace}/${name}. Make sure the "${kind}" CRD is installed on the destination cluster.`;
}

async function namespaceInput(
  { app, cluster, options }: OperationScope,
  { control, signal }: EngineContext,
): Promise<Pick<TaskInput, 'namespace'>> {
  const name = app.spec.destination.namespace;
  if (!options.createNamespace || !name) return {};
  const live = await cluster.client.get({ apiVersion: 'v1', kind: 'Namespace', namespace: '', name }, signal);
  const managedMetadata = app.spec.syncPolicy?.managedNamespaceMetadata;
  const own = instanceNameOf(
    { name: app.metadata.name, namespace: app.metadata.namespace },
    control.namespace,
  );
  const owner = live ? ownerNameOf(live, control.settings) : '';
  return {
    namespace: {
      live,
      isForeign: owner !== '' && owner !== own,
      ...(managedMetadata ? { managedMetadata } : {}),
    },
  };
}

/** Why a task cannot run at all; undefined when it can. */
export function problemOfTask(
  task: SyncTask,
  { project, cluster, app }: OperationScope,
  input: TaskInput,
): string | undefined {
  const object = task.target ?? task.live;
  if (!object) return undefined;
  const missing = input.missingKind?.(object);
  if (missing !== undefined) return task.skipsDryRun ? undefined : missing;
  const { group, kind } = task.key;
  const isNamespaced =
    cluster.cache.capabilities.resources.find((each) => each.group === group && each.kind === kind)
      ?.namespaced ?? true;
  return taskViolation(project, task.key, isNamespaced, {
    cluster,
    namespace: app.spec.destination.namespace ?? '',
  });
}

/** Targets with ignored fields as they are live, where the options ask for it. */
export async function manifestsWithIgnored(
  tasks: readonly SyncTask[],
  { app, cluster, options }: OperationScope,
  { control, jq }: EngineContext,
): Promise<Map<string, KubernetesObject>> {
  const manifests = new Map<string, KubernetesObject>();
  if (!options.respectIgnoreDifferences) return manifests;
  const rules = compileIgnoreRules(app.spec.ignoreDifferences ?? [], control.settings.ignoreDifferences);
  for (const task of tasks) {
    if (!task.target || !task.live) continue;
    const schema = await cluster.schemas.schemaOf(task.target);
    manifests.set(
      task.id,
      await runWithJq(ignoreDifferencesSteps(task.target, task.live, rules, schema), jq),
    );
  }
  return manifests;
}
