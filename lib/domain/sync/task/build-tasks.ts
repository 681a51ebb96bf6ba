import type { SyncPhase } from '../../application/application-status';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { gvkOf, isSameResource, resourceKeyOf, splitApiVersion } from '../../resource/resource-key';
import { hookDeletePoliciesOf } from '../hook/hook-delete-policies';
import { HOOK_FINALIZER, isHook, syncPhasesOf } from '../hook/hook-types';
import { hasResourceOption } from '../option/resource-options';
import { definedKind, orderTasks } from '../order/order-tasks';
import { assignPruneWaves } from '../order/prune-waves';
import { syncWaveOf } from '../order/sync-wave';
import { namespaceTarget } from './namespace-target';
import { pairResources, type PairedResources } from './pair-resources';
import { isSelected } from './selection';
import { taskId, type SyncTask } from './sync-task';
import type { TaskInput } from './task-input';

/**
 * All tasks of a sync in the order in which they run. Asked again in every pass, as what is live decides: what was
 * pruned is no task any more, and the waves of what remains to prune are reversed anew.
 */
export function buildTasks(input: TaskInput): SyncTask[] {
  const paired = pairResources(input.targets, input.live);
  const tasks = [
    ...resourceTasks(paired, input),
    ...(input.skipHooks || input.selection?.length ? [] : hookTasks(paired, input)),
    ...namespaceTasks(paired, input),
  ].map((task) => ({ ...task, skipsDryRun: skipsDryRun(task, input) }));
  const isPrunedLast = (task: SyncTask): boolean =>
    input.options.pruneLast || hasResourceOption(task.live, 'PruneLast=true');
  return orderTasks(assignPruneWaves(tasks, isPrunedLast));
}

function resourceTasks(paired: PairedResources, input: TaskInput): SyncTask[] {
  return paired.pairs.flatMap(({ key, target, live }) => {
    const object = target ?? live;
    if (!object || !isSelected(key, input.selection) || isHook(object)) return [];
    return syncPhasesOf(object).map((phase) => makeTask(phase, { target, live }, input));
  });
}

function hookTasks(paired: PairedResources, input: TaskInput): SyncTask[] {
  return paired.hooks.flatMap((hook) =>
    syncPhasesOf(hook).map((phase) => {
      const target = asHook(hook, phase, input);
      const key = resourceKeyOf(target);
      const live = paired.pairs.find((pair) => pair.live && isSameResource(pair.key, key))?.live;
      return makeTask(phase, { target, live }, input);
    }),
  );
}

/** Names a hook that has only a `generateName`: `<prefix><first 7 of the revision>-<phase>-<unix start>`. */
function asHook(hook: KubernetesObject, phase: SyncPhase, input: TaskInput): KubernetesObject {
  const revision = input.revision.length >= 8 ? input.revision.slice(0, 7) : input.revision;
  const suffix = `${revision}-${phase}-${Math.floor(input.startedAt.getTime() / 1000)}`.toLowerCase();
  const { metadata } = hook;
  const name = metadata.name ?? `${metadata.generateName ?? ''}${suffix}`;
  const finalizers = metadata.finalizers ?? [];
  const held = finalizers.includes(HOOK_FINALIZER) ? finalizers : [...finalizers, HOOK_FINALIZER];
  return { ...hook, metadata: { ...metadata, name, finalizers: held } };
}

function namespaceTasks(paired: PairedResources, input: TaskInput): SyncTask[] {
  const name = input.destinationNamespace;
  const isDeclared = paired.pairs.some(({ key, target }) => {
    return target && key.kind === 'Namespace' && key.group === '' && key.name === name;
  });
  if (!input.namespace || !name || isDeclared) return [];
  const target = namespaceTarget(name, input.namespace);
  if (!target) return [];
  return [{ ...makeTask('PreSync', { target, live: input.namespace.live }, input), livesIn: '' }];
}

function makeTask(
  phase: SyncPhase,
  { target, live }: { target: KubernetesObject | undefined; live: KubernetesObject | undefined },
  input: TaskInput,
): SyncTask {
  const object = target ?? live;
  if (!object) throw new Error('a task needs an object');
  const key = resourceKeyOf(object);
  const hook = isHook(object);
  return {
    id: taskId(phase, key),
    phase,
    wave: syncWaveOf(object),
    key,
    version: splitApiVersion(object.apiVersion).version,
    isHook: hook,
    isPrune: !target,
    deletePolicies: hook ? hookDeletePoliciesOf(object) : [],
    livesIn: target && key.namespace === '' ? input.destinationNamespace : key.namespace,
    skipsDryRun: false,
    ...(target ? { target } : {}),
    ...(live ? { live } : {}),
  };
}

/** A kind that is not served yet may still come: with a definition in this sync, or by the option's promise. */
function skipsDryRun(task: SyncTask, input: TaskInput): boolean {
  const object = task.target ?? task.live;
  if (!object || input.missingKind?.(object) === undefined) return false;
  const { group, kind } = gvkOf(object);
  return (
    input.options.skipDryRunOnMissingResource ||
    hasResourceOption(task.target, 'SkipDryRunOnMissingResource=true') ||
    input.targets.some((target) => {
      const defined = definedKind(target);
      return defined?.group === group && defined.kind === kind;
    })
  );
}
