import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { SyncStatus } from '@/lib/domain/application/application-status';
import type { ResourceHealth } from '@/lib/domain/health/health-status';

/** A resource as outline and graph show it. */
export interface TreeNode {
  /** `group/kind/namespace/name`, with the Application before it where it is drawn inside another one's tree. */
  id: string;
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  parentId?: string;
  uid?: string;
  createdAt?: string;
  /** Only what Git declares (or is to be pruned) has a sync status. */
  sync?: SyncStatus;
  needsPrune?: boolean;
  /** Hook phase of a hook resource. */
  hook?: string;
  wave?: number;
  /** Lives in the destination namespace and belongs to nobody. */
  isOrphan?: boolean;
  health?: ResourceHealth;
  ready?: { ready: number; wanted: number };
  restarts?: number;
  /** One word of state where Kubernetes has one (CrashLoopBackOff). */
  state?: string;
  images?: string[];
  /** An Application whose own resources can be opened in place. */
  app?: ApplicationRef;
  /** The Application it belongs to, where that is not the one of the page. */
  owner?: ApplicationRef;
  /** Why it differs, as chips say it. */
  marks?: ('drift' | 'pending')[];
}

/** A problem is what a person must look at: broken, missing or different. What merely moves is none. */
export function isProblem(node: TreeNode): boolean {
  if (node.sync === 'OutOfSync' || node.needsPrune === true) return true;
  return node.health?.status === 'Degraded' || node.health?.status === 'Missing';
}

/** Nothing to say about it: healthy or without a health check, in sync or not managed. */
export function isCalm(node: TreeNode): boolean {
  const health = node.health?.status;
  return !isProblem(node) && node.sync !== 'Unknown' && (health === undefined || health === 'Healthy');
}
