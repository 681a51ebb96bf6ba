import type { SyncPhase } from '../../application/application-status';
import type { ResourceKey } from '../../resource/resource-key';

export type PlanAction = 'create' | 'update' | 'unchanged' | 'prune' | 'hook' | 'skip';
export type PlanWrite = 'apply' | 'server-side-apply' | 'replace' | 'create' | 'delete' | 'none';

/** One line of the plan. `id` is the run's task id. */
export interface PlannedTask {
  id: string;
  key: ResourceKey;
  version: string;
  action: PlanAction;
  write: PlanWrite;
  hook: boolean;
  /** '' where the action says it all. */
  reason: string;
  /** How many fields change; 0 for creations and deletions. */
  fields: number;
  force: boolean;
  /** A person has to agree before anything of its wave is written. */
  needsConfirmation: boolean;
}

interface PlannedWave {
  wave: number;
  tasks: PlannedTask[];
}

export interface PlannedPhase {
  phase: SyncPhase;
  waves: PlannedWave[];
}

type PlanWarningCode =
  | 'shared-resource'
  | 'ownership-takeover'
  | 'not-permitted'
  | 'kind-missing'
  | 'prunes-everything'
  | 'recreates'
  | 'unknown-option';

export interface PlanWarning {
  code: PlanWarningCode;
  message: string;
  key: ResourceKey | null;
}

/** What a sync would do, in the order in which it would do it. */
export interface SyncPlan {
  /** Names exactly this plan: another set of tasks, writes or manifests has another digest. */
  digest: string;
  phases: PlannedPhase[];
  counts: Record<PlanAction, number>;
  warnings: PlanWarning[];
  /** False when a task cannot run at all: such a sync fails before the first write. */
  isValid: boolean;
}
