import type { Application } from '@/lib/domain/application/application';
import type { Operation } from '@/lib/domain/application/application-status';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ResourceKey } from '@/lib/domain/resource/resource-key';
import type { ApplicationRef as LedgerRef } from '@/lib/engine/ports/ledger';
import type { ApplicationDiff, ManagedResource, Manifests } from '@/lib/contracts/resource/resource-diff';
import type { ResourceTree } from '@/lib/contracts/resource/resource-tree';
import type {
  LogLine,
  ResourceAction,
  ResourceEvent,
  RevisionMetadata,
} from '@/lib/contracts/resource/live-resource';
import type { ClusterView } from '@/lib/contracts/platform/cluster';
import type { EngineStatus } from '@/lib/contracts/platform/engine-status';
import type { RepositoryView } from '@/lib/contracts/platform/repository';
import type { OperationProgress } from '@/lib/contracts/sync/operation';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import type { WindowRule, WindowVerdict } from '@/lib/contracts/sync/window';

/** `namespace/name` in the control-plane cluster. */
export type AppRef = LedgerRef;

/** What the engine knows of an Application that is not in its custom resource. */
export interface ApplicationFacts {
  application: Application;
  /** Name of the cluster that it deploys to; the server's address where it has no name. */
  destinationCluster: string;
  /** Address of that cluster, also where the spec gives a name; '' when unknown. */
  destinationServer: string;
  /** Since when the live state differs although Git did not move; null when it does not. */
  driftSince: Date | null;
  window: WindowVerdict;
  /** A failed attempt on this revision holds automated sync back: its message. */
  autoSyncBlockedBy: string | null;
}

/** A resource of an Application's tree, as Argo CD's calls name it; `version` '' picks the served one. */
export interface ResourceAddress extends ResourceKey {
  version: string;
}

export interface LogRequest {
  /** A Pod by name, or any resource of the tree that has Pods below it. */
  podName?: string;
  resource?: { group: string; kind: string; name: string };
  namespace: string;
  container?: string;
  follow: boolean;
  previous: boolean;
  tailLines?: number;
  sinceSeconds?: number;
  /** Only lines that contain this; `!` in front: that do not. */
  filter?: string;
}

/** An `Operation` as it goes into the custom resource, and the digest of the plan that was read, if any. */
export interface SyncCommand {
  operation: Operation;
  planDigest: string | null;
}

export interface PlanRequest {
  revision?: string;
  revisions?: string[];
  prune: boolean;
  syncOptions?: string[];
  resources?: { group?: string; kind: string; namespace?: string; name: string }[];
  force?: boolean;
}

/** Something changed; whoever shows it reads it anew. Cheap to emit: the server coalesces per Application. */
export type EngineEvent =
  | { type: 'status' }
  | { type: 'application'; ref: AppRef }
  | { type: 'application-removed'; ref: AppRef }
  /** Nodes of the tree changed (health, readiness, children). */
  | { type: 'tree'; ref: AppRef }
  /** Compared anew: sync, diff and plan may have changed. */
  | { type: 'compared'; ref: AppRef }
  | { type: 'operation'; ref: AppRef; operationId: string; progress: OperationProgress };

/**
 * All that the server asks of the engine. Reads are of memory unless they return a promise. Nothing that is returned
 * holds a Secret's value. Foreign failures are `AdapterError`; an unknown Application or resource is `undefined`.
 */
export interface EngineView {
  /** Name of the control-plane cluster (first part of an Application's identity) and its default namespace. */
  readonly controlPlane: { cluster: string; namespace: string };
  status(): EngineStatus;

  applications(): ApplicationFacts[];
  application(ref: AppRef): ApplicationFacts | undefined;
  tree(ref: AppRef): Promise<ResourceTree | undefined>;
  managedResources(ref: AppRef): Promise<ManagedResource[] | undefined>;
  diff(ref: AppRef): Promise<ApplicationDiff | undefined>;
  /** `revision` absent: what the Application points at now. */
  manifests(ref: AppRef, revision?: string): Promise<Manifests | undefined>;
  revisionMetadata(ref: AppRef, revision: string, sourceIndex: number): Promise<RevisionMetadata | undefined>;

  planSync(ref: AppRef, request: PlanRequest): Promise<SyncPlan | undefined>;
  /**
   * Writes `.operation`. `busy`: one is running. `plan-changed`: `planDigest` is not the digest of the plan as it is now.
   * `closed`: a sync window says no (checked as manual). `accepted` carries the id the ledger will have.
   */
  requestSync(ref: AppRef, command: SyncCommand): Promise<SyncAnswer>;
  /** False when nothing runs. */
  terminate(ref: AppRef): Promise<boolean>;
  /** Resolves when the comparison that it caused is done. */
  refresh(ref: AppRef, kind: 'normal' | 'hard', signal?: AbortSignal): Promise<void>;

  /** Writes go to the control-plane cluster and are visible to `application()` when they resolve. */
  createApplication(application: Application): Promise<Application>;
  updateApplication(application: Application): Promise<Application>;
  patchApplication(ref: AppRef, type: 'json' | 'merge', patch: JsonValue): Promise<Application>;
  /** `cascade`: with the resources finalizer, in the given mode. */
  deleteApplication(
    ref: AppRef,
    options: { cascade: boolean; propagation: 'foreground' | 'background' },
  ): Promise<void>;
  /** Why the spec cannot be used (unknown project, destination or repository, path missing…); empty when it can. */
  validateApplication(application: Application): Promise<{ field: string; message: string }[]>;

  /** The live object, masked. Only resources of the Application's tree are found. */
  getResource(ref: AppRef, resource: ResourceAddress): Promise<KubernetesObject | undefined>;
  patchResource(
    ref: AppRef,
    resource: ResourceAddress,
    type: 'json' | 'merge' | 'strategic',
    patch: JsonValue,
  ): Promise<KubernetesObject | undefined>;
  /** False when there is no such resource in the tree. */
  deleteResource(
    ref: AppRef,
    resource: ResourceAddress,
    options: { force: boolean; orphan: boolean },
  ): Promise<boolean>;
  listActions(ref: AppRef, resource: ResourceAddress): Promise<ResourceAction[] | undefined>;
  /** Undefined: no such resource. Throws `AdapterError` (400) for an action that it has not. */
  runAction(
    ref: AppRef,
    resource: ResourceAddress,
    action: string,
    parameters: JsonObject,
  ): Promise<true | undefined>;
  /** Events about the Application, or about one of its resources; newest last. */
  events(
    ref: AppRef,
    resource?: { namespace: string; name: string; uid: string },
  ): Promise<ResourceEvent[] | undefined>;
  logs(ref: AppRef, request: LogRequest, signal: AbortSignal): AsyncIterable<LogLine>;

  /** Rules that match the Application with their occurrences from `from` to `until`. */
  windowRules(ref: AppRef, from: Date, until: Date): WindowRule[];
  /** All rules of all projects. */
  allWindowRules(from: Date, until: Date): WindowRule[];

  clusters(): ClusterView[];
  projects(): AppProject[];
  repositories(): RepositoryView[];
  /** A push happened there: whoever uses the repository looks anew. Returns how many Applications that are. */
  repositoryPushed(push: { urls: string[]; ref: string; paths: string[] | null }): number;
  /** Secret that a webhook of this provider must prove (`webhook.<provider>.secret` of argocd-secret); '' when none is set. */
  webhookSecret(provider: string): string;

  /** Returns what ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
}

export type SyncAnswer =
  | { type: 'accepted'; application: Application; operationId: string }
  | { type: 'busy'; message: string }
  | { type: 'plan-changed'; digest: string }
  | { type: 'closed'; window: WindowVerdict };
