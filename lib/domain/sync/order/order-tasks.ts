import { SYNC_PHASES, type SyncPhase } from '../../application/application-status';
import { isJsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { splitApiVersion } from '../../resource/resource-key';
import { taskId, type SyncTask } from '../task/sync-task';
import { kindRank } from './kind-order';

/**
 * Phase, wave, kind, name; then namespace, group and what it does, so that the order is total. Namespaces and custom
 * resource definitions move to the phase and wave of their first user.
 */
export function orderTasks(tasks: readonly SyncTask[]): SyncTask[] {
  const sorted = [...tasks].sort(compareTasks);
  const withNamespaces = moveBeforeUsers(sorted, namespaceProvided, (task) => task.livesIn || undefined);
  return moveBeforeUsers(withNamespaces, kindProvided, (task) => `${task.key.group}/${task.key.kind}`);
}

function phaseRank(phase: SyncPhase): number {
  return SYNC_PHASES.indexOf(phase);
}

function compareTasks(a: SyncTask, b: SyncTask): number {
  return (
    phaseRank(a.phase) - phaseRank(b.phase) ||
    a.wave - b.wave ||
    kindRank(a.key.kind) - kindRank(b.key.kind) ||
    compareText(a.key.name, b.key.name) ||
    compareText(a.key.kind, b.key.kind) ||
    compareText(a.livesIn, b.livesIn) ||
    compareText(a.key.group, b.key.group) ||
    Number(a.isPrune) - Number(b.isPrune) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Names = (task: SyncTask) => string | undefined;

/** Moves what provides something ahead of the first task that needs it; providers themselves need nothing. */
function moveBeforeUsers(sorted: SyncTask[], provides: Names, needs: Names): SyncTask[] {
  const ordered: SyncTask[] = [];
  const firstUser = new Map<string, SyncTask>();
  for (const task of sorted) {
    const provided = task.target ? provides(task) : undefined;
    const needed = task.target && provided === undefined ? needs(task) : undefined;
    const user = provided === undefined ? undefined : firstUser.get(provided);
    if (user) {
      const moved = { ...task, phase: user.phase, wave: user.wave, id: taskId(user.phase, task.key) };
      ordered.splice(ordered.indexOf(user), 0, moved);
      continue;
    }
    ordered.push(task);
    if (needed !== undefined && !firstUser.has(needed)) firstUser.set(needed, task);
  }
  return ordered;
}

function namespaceProvided(task: SyncTask): string | undefined {
  return task.key.kind === 'Namespace' && task.key.group === '' ? task.key.name : undefined;
}

function kindProvided(task: SyncTask): string | undefined {
  const defined = task.target && definedKind(task.target);
  return defined && `${defined.group}/${defined.kind}`;
}

/** Group and kind that a CustomResourceDefinition brings; undefined for anything else. */
export function definedKind(object: KubernetesObject): { group: string; kind: string } | undefined {
  const isDefinition =
    object.kind === 'CustomResourceDefinition' &&
    splitApiVersion(object.apiVersion).group === 'apiextensions.k8s.io';
  const spec = object.spec;
  if (!isDefinition || !isJsonObject(spec) || !isJsonObject(spec.names)) return undefined;
  const { group } = spec;
  const { kind } = spec.names;
  return typeof group === 'string' && typeof kind === 'string' ? { group, kind } : undefined;
}
