import { isJsonObject } from '../../resource/json';
import type { SyncTask } from '../task/sync-task';
import type { PlanInput } from './plan-sync';
import type { PlannedTask } from './sync-plan';
import { sha256 } from './sha256';

/**
 * Names a plan: tasks in order with phase, wave, action, way of writing and changed paths, the manifests, and the
 * revision. What moves by itself (status, resource versions, the start of the operation) is no part of it.
 */
export function planDigest(
  tasks: readonly SyncTask[],
  planned: readonly PlannedTask[],
  input: Pick<PlanInput, 'revision' | 'prune' | 'changesOf' | 'hash'>,
): string {
  const lines = tasks.map((task, index) => {
    const { action, write, force, needsConfirmation } = planned[index] ?? {};
    return {
      ...{ phase: task.phase, wave: task.wave, key: task.isHook ? hookKey(task) : task.key },
      ...{ action, write, force, needsConfirmation },
      target: task.isHook ? { ...task.target, metadata: hookMetadata(task) } : (task.target ?? null),
      paths: task.live && task.target && !task.isHook ? (input.changesOf(task)?.paths ?? null) : null,
    };
  });
  const hash = input.hash ?? sha256;
  return hash(canonicalJson({ revision: input.revision, prune: input.prune, lines }));
}

/** JSON with the keys of every object in order: equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}

/** A generated hook name holds the start of the operation, which differs between plan and run. */
function hookKey(task: SyncTask): unknown {
  return task.target?.metadata.generateName
    ? { ...task.key, name: task.target.metadata.generateName }
    : task.key;
}

function hookMetadata(task: SyncTask): unknown {
  const metadata = task.target?.metadata;
  return metadata?.generateName ? { ...metadata, name: undefined } : metadata;
}
