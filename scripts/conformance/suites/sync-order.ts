import { normaliseTargets } from '@/lib/domain/manifest/normalise-targets';
import type { SyncTask } from '@/lib/domain/sync/task/sync-task';
import { hookDeletePoliciesOf } from '@/lib/domain/sync/hook/hook-delete-policies';
import {
  hookTypesOf,
  isDeleteHook,
  isHook,
  isIgnored,
  isSkipped,
  syncPhasesOf,
} from '@/lib/domain/sync/hook/hook-types';
import { syncWaveOf } from '@/lib/domain/sync/order/sync-wave';
import { buildTasks } from '@/lib/domain/sync/task/build-tasks';
import { compareCase, tryCase } from '../compare-case';
import { readOracle } from '../read-oracle';
import type { CaseResult, Suite } from '../suite';
import { PretendedCluster, type SyncCase } from '../pretended-cluster';

interface TaskView {
  phase: string;
  wave: number;
  group: string;
  kind: string;
  namespace: string;
  name: string;
  hook?: boolean;
  prune?: boolean;
}

interface Expected {
  tasks?: TaskView[];
  anyOf?: TaskView[][];
  steps?: unknown[];
  stepsVary?: boolean;
}

export const suite: Suite = {
  name: 'sync-order',
  run: (folder) =>
    readOracle<SyncCase, Expected>(folder, 'sync-order')?.map(({ id, input, expected }) =>
      id.startsWith('parse/')
        ? tryCase(id, expected, () => parsedHook(input.annotations ?? {}, input.kind ?? ''))
        : runCase(id, input, expected),
    ),
};

function runCase(id: string, input: SyncCase, expected: Expected): CaseResult {
  try {
    const cluster = new PretendedCluster(input, normalise);
    const tasks = buildTasks(cluster.taskInput()).map((task) => viewOf(task, input));
    const order = compareCase(id, expected.tasks ?? expected.anyOf?.[0], tasks);
    const isTied = expected.anyOf?.some((each) => isSameOrder(each, tasks)) ?? false;
    if (!order.passed && !isTied) return order;
    return expected.steps ? compareCase(id, expected.steps, cluster.run()) : { id, passed: true };
  } catch (error) {
    return { id, passed: false, difference: `threw ${String(error)}` };
  }
}

/** Equal but for tasks of the same phase, wave, kind and name, whose order Argo CD leaves to chance. */
function isSameOrder(expected: TaskView[], actual: TaskView[]): boolean {
  const sorted = (tasks: TaskView[]): string =>
    JSON.stringify(tasks.map((task) => JSON.stringify(sortKeys(task))).sort());
  const rank = (task: TaskView): string => `${task.phase} ${task.wave} ${task.name}`;
  return (
    sorted(expected) === sorted(actual) &&
    expected.every((task, index) => rank(task) === rank(actual[index] ?? task))
  );
}

function sortKeys(task: TaskView): unknown[] {
  return Object.entries(task).sort(([a], [b]) => (a < b ? -1 : 1));
}

function viewOf(task: SyncTask, input: SyncCase): TaskView {
  // Argo CD's targets carry the destination namespace even where they are cluster-scoped.
  const isDeclared = task.target && !(task.key.kind === 'Namespace' && task.livesIn === '');
  const namespace = isDeclared ? task.livesIn || (input.namespace ?? '') : task.key.namespace;
  return {
    phase: task.phase,
    wave: task.wave,
    group: task.key.group,
    kind: task.key.kind,
    namespace,
    name: task.key.name,
    ...(task.isHook ? { hook: true } : {}),
    ...(task.isPrune ? { prune: true } : {}),
  };
}

function normalise(input: SyncCase): ReturnType<typeof normaliseTargets>['objects'] {
  const clusterScoped = new Set(input.clusterScoped);
  return normaliseTargets(input.targets ?? [], {
    destinationNamespace: input.namespace ?? '',
    isNamespaced: ({ group, kind }) => !clusterScoped.has(group ? `${kind}.${group}` : kind),
    isExcluded: () => false,
  }).objects;
}

function parsedHook(annotations: Record<string, string>, kind: string): unknown {
  const object = { apiVersion: 'v1', kind, metadata: { annotations } };
  const preDelete = isDeleteHook(object, 'PreDelete');
  const postDelete = isDeleteHook(object, 'PostDelete');
  return {
    isSyncHook: isHook(object),
    skip: isSkipped(object),
    types: hookTypesOf(object),
    deletePolicies: hookDeletePoliciesOf(object),
    phases: syncPhasesOf(object).sort(),
    wave: syncWaveOf(object),
    ignored: isIgnored(object),
    isAnyHook: isHook(object) || preDelete || postDelete,
    preDelete,
    postDelete,
    hasSyncPhase: isHook(object) && syncPhasesOf(object).length > 0,
  };
}
