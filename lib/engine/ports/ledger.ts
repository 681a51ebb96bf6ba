import type { OperationPhase, SyncStatus } from '@/lib/domain/application/application-status';
import type { HealthStatus } from '@/lib/domain/health/health-status';
import type { JsonObject } from '@/lib/domain/resource/json';

/** An Application's identity within the control-plane cluster. */
export interface ApplicationRef {
  namespace: string;
  name: string;
}

export interface OperationRecord {
  id: string;
  application: ApplicationRef;
  project: string;
  phase: OperationPhase | 'Interrupted';
  message: string;
  /** `user`, `automated` or `self-heal`. */
  trigger: 'user' | 'automated' | 'self-heal';
  initiatedBy: string;
  dryRun: boolean;
  /** Resolved revisions in order of sources. */
  revisions: string[];
  planDigest: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  retryCount: number;
  /** Operation (as in the CR) and its syncResult. */
  operation: JsonObject;
  result: JsonObject | null;
}

export interface TransitionRecord {
  application: ApplicationRef;
  kind: 'sync' | 'health';
  from: SyncStatus | HealthStatus | null;
  to: SyncStatus | HealthStatus;
  message: string;
  revision: string;
  at: Date;
}

export interface AuditRecord {
  at: Date;
  actor: string;
  actorKind: 'user' | 'token' | 'automation';
  /** `applications.sync`, `resources.delete`… */
  action: string;
  object: { kind: string; namespace: string; name: string };
  project: string;
  result: 'allowed' | 'denied' | 'failed';
  reason: string;
  detail: JsonObject;
  requestId: string;
  remoteAddress: string;
}

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  continue?: string;
}

/** What must survive a restart and is in neither Git nor the cluster. Every write is durable when it resolves. */
export interface Ledger {
  readonly operations: {
    start(record: OperationRecord): Promise<void>;
    update(id: string, change: Partial<Omit<OperationRecord, 'id' | 'application'>>): Promise<void>;
    get(id: string): Promise<OperationRecord | undefined>;
    /** Newest first. */
    list(filter: {
      application?: ApplicationRef;
      since?: Date;
      limit: number;
      continue?: string;
    }): Promise<Page<OperationRecord>>;
    /** Operations without end: after a crash these were interrupted. */
    unfinished(): Promise<OperationRecord[]>;
  };
  readonly transitions: {
    append(record: TransitionRecord): Promise<void>;
    list(filter: {
      application?: ApplicationRef;
      since?: Date;
      limit: number;
      continue?: string;
    }): Promise<Page<TransitionRecord & { id: string }>>;
  };
  readonly audit: {
    /** Append-only: no entry is ever changed or removed. Returns it with its id. */
    append(record: AuditRecord): Promise<AuditRecord & { id: string }>;
    /** Newest first. `action` finds one verb or, as a noun, all of its verbs; `object` is part of kind, namespace or name. */
    list(filter: {
      actor?: string;
      action?: string;
      object?: string;
      project?: string;
      result?: AuditRecord['result'];
      since?: Date;
      until?: Date;
      limit: number;
      continue?: string;
    }): Promise<Page<AuditRecord & { id: string }>>;
  };
  /**
   * Runs in one database transaction; a throw rolls back and passes through. Inside, use only the ledger that is passed:
   * an embedded database has one connection.
   */
  transaction<T>(run: (ledger: Ledger) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  close(): Promise<void>;
}
