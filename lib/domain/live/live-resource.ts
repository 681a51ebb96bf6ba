import type { ResourceHealth } from '../health/health-status';
import type { KubernetesObject, OwnerReference } from '../resource/kubernetes-object';
import type { ResourceKey } from '../resource/resource-key';

/** What the engine remembers of a live object: all of a tracked one, of others only what tree and health need. */
export interface LiveResource {
  key: ResourceKey;
  apiVersion: string;
  uid: string;
  resourceVersion: string;
  createdAt: string;
  deletedAt?: string;
  owners: OwnerReference[];
  labels: Record<string, string>;
  /** Value of the tracking annotation, '' without one. */
  trackingId: string;
  /** Value of the instance label, '' without one. */
  instanceLabel: string;
  /** null: the kind has no health check. */
  health: ResourceHealth | null;
  facts: LiveFacts;
  /** The whole object, kept only where it is tracked or asked for. */
  object?: KubernetesObject;
}

/** Small figures that the tree shows beside a resource. */
export interface LiveFacts {
  /** Ready of wanted, such as replicas or containers. */
  ready?: { ready: number; wanted: number };
  restarts?: number;
  /** One word of state where Kubernetes has one: CrashLoopBackOff, Bound, Completed… */
  state?: string;
  revision?: string;
  images: string[];
  externalUrls: string[];
  node?: string;
}
