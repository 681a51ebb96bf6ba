import type { SyncOperationResource } from '../../application/application-status';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { SyncOptions } from '../option/sync-options';

/** What decides the tasks of a sync. The same input but for `live` and `namespace` gives the tasks of every pass. */
export interface TaskInput {
  /** Declared objects, normalised (final namespace, none where cluster-scoped) and marked for tracking. */
  targets: readonly KubernetesObject[];
  /** Live objects that belong to the Application, and those that stand where a target will. */
  live: readonly KubernetesObject[];
  destinationNamespace: string;
  options: SyncOptions;
  /** Hooks are left out; a selection leaves them out too. */
  skipHooks: boolean;
  selection?: readonly SyncOperationResource[];
  /** Resolved revision and start of the operation: they name hooks that have only a `generateName`. */
  revision: string;
  startedAt: Date;
  /** The destination namespace, where the sync sees to it; see `namespaceTarget`. */
  namespace?: NamespaceState;
  /** undefined: the cluster serves the kind. Else the reason why it does not. */
  missingKind?: (object: KubernetesObject) => string | undefined;
}

export interface NamespaceState {
  live: KubernetesObject | undefined;
  /** Labels and annotations that the sync keeps on the namespace. */
  managedMetadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
  /** Another Application's tracking mark is on the namespace. */
  isForeign: boolean;
}
