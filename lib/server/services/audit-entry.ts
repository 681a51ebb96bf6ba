import type { JsonObject } from '@/lib/domain/resource/json';
import type { AuditRecord } from '@/lib/engine/ports/ledger';
import type { RequestContext } from '../http/request-context';
import { toActivityEntry } from '../read-model/activity-entry';

/** What an action is about. `permissionObject` is what rules are matched against. */
export interface ActionTarget {
  kind: string;
  namespace: string;
  name: string;
  project: string;
  permissionObject: string;
}

/** Records who did what; throws when it cannot be recorded, and tells whoever watches the activity. */
export async function writeAuditEntry(
  context: RequestContext,
  action: string,
  target: ActionTarget,
  outcome: { result: AuditRecord['result']; reason?: string; detail?: JsonObject },
): Promise<void> {
  const { runtime, caller, requestId, remoteAddress } = context;
  const entry = await runtime.ledger.audit.append({
    at: runtime.clock.now(),
    actor: caller.name,
    actorKind: caller.kind,
    action,
    object: { kind: target.kind, namespace: target.namespace, name: target.name },
    project: target.project,
    result: outcome.result,
    reason: outcome.reason ?? '',
    detail: outcome.detail ?? {},
    requestId,
    remoteAddress,
  });
  runtime.stream.activity(toActivityEntry(entry));
}
