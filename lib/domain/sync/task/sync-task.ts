import type { SyncPhase } from '../../application/application-status';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { ResourceKey } from '../../resource/resource-key';
import type { HookDeletePolicy } from '../hook/hook-delete-policies';

/** One thing that a sync does to one object in one phase: apply, run as a hook, or prune. */
export interface SyncTask {
  /** `<phase>/<group>/<kind>/<namespace>/<name>`, the same in the plan, the run and its results. */
  id: string;
  phase: SyncPhase;
  /** The wave it runs in, which may differ from its annotation. */
  wave: number;
  key: ResourceKey;
  version: string;
  isHook: boolean;
  isPrune: boolean;
  deletePolicies: HookDeletePolicy[];
  /** Namespace that must be there first: its own, and the destination's for a cluster-scoped target. */
  livesIn: string;
  target?: KubernetesObject;
  live?: KubernetesObject;
  /** Not known to the cluster yet: its definition comes with this sync, or the dry run is to be skipped. */
  skipsDryRun: boolean;
}

export function taskId(phase: SyncPhase, key: ResourceKey): string {
  return `${phase}/${key.group}/${key.kind}/${key.namespace}/${key.name}`;
}

/** `group/Kind/name`, as Argo CD names an object in its messages. */
export function describeTask(task: SyncTask): string {
  return `${task.key.group}/${task.key.kind}/${task.key.name}`;
}
