import type {
  ApplicationCondition,
  ApplicationSyncStatus,
  ResourceStatus,
} from '@/lib/domain/application/application-status';
import type { ResourceComparison } from '@/lib/domain/diff/resource-comparison';
import type { HealthStatus, ResourceHealth } from '@/lib/domain/health/health-status';
import type { LiveResource } from '@/lib/domain/live/live-resource';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ResourceKey } from '@/lib/domain/resource/resource-key';
import type { ClusterConnection } from '../control/cluster-connections';

/** What one comparison found of one object. */
export interface ComparedObject {
  key: ResourceKey;
  version: string;
  target: KubernetesObject | undefined;
  live: KubernetesObject | undefined;
  /** undefined where nothing was compared: hooks, and what is only on one side. */
  difference: ObjectDifference | undefined;
  status: ResourceStatus;
  health: ResourceHealth | undefined;
  isPermitted: boolean;
}

export interface ObjectDifference extends ResourceComparison {
  /** Checked by a dry run of the write that the sync would send. */
  isConfirmed: boolean;
  /** Why a side cannot be shown, such as a refused dry run; '' otherwise. */
  notice: string;
}

/** One comparison of an Application with Git and the cluster, kept until the next. */
export interface Comparison {
  comparedAt: Date;
  cluster: ClusterConnection | undefined;
  revisions: string[];
  sourceTypes: string[];
  notices: string[];
  sync: ApplicationSyncStatus;
  health: { status: HealthStatus; causes: ResourceKey[] };
  objects: ComparedObject[];
  /** All declared objects, hooks and ignored ones included. */
  targets: KubernetesObject[];
  conditions: ApplicationCondition[];
  orphaned: LiveResource[];
  /** Targets could not be loaded or compared: nothing may be synced or pruned by this comparison. */
  isBroken: boolean;
}
