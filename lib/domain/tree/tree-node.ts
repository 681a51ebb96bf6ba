import type { SyncStatus } from '../application/application-status';
import type { ResourceHealth } from '../health/health-status';
import type { ResourceKey } from '../resource/resource-key';

/** A resource as a parent names it. */
export interface TreeReference extends ResourceKey {
  version: string;
  /** '' where it is not live. */
  uid: string;
}

/** A node of an Application's tree, in the shape of Argo CD's with our facts beside it. Times are RFC 3339. */
export interface TreeNode extends TreeReference {
  /** `group/kind/namespace/name`. */
  id: string;
  parentRefs: TreeReference[];
  resourceVersion: string;
  health?: ResourceHealth;
  images: string[];
  info: { name: string; value: string }[];
  networkingInfo?: { externalURLs: string[] };
  createdAt?: string;
  /** null for children, hooks and whatever Git does not name. */
  sync: SyncStatus | null;
  /** Named by Git or tracked as ours: a root of the tree. */
  managed: boolean;
  wave: number;
  /** `PreSync`, `Sync,PostSync`…; null when it is no hook. */
  hook: string | null;
  requiresPruning: boolean;
  ready: { ready: number; wanted: number } | null;
  restarts: number | null;
  /** One word of Kubernetes' own: CrashLoopBackOff, Bound, Terminating… */
  state: string | null;
  deletedAt: string | null;
  /** The Application that this node is, where it is one. */
  child: { namespace: string; name: string } | null;
}
