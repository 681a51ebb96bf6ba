import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health } from '../../rules/answer';
import type { HealthCheck } from '../../rules/health-check';
import { conditionsOf, type Condition } from '../../rules/read-field';

/** What a finalizer waits for and what its removal by hand would break, as shown while an object is being deleted. */
type FinalizerNotes = Readonly<Record<string, { wait: string; risk: string }>>;

interface ReadyGate {
  initializing: string;
  deleting: string;
  finalizers?: FinalizerNotes;
  /** Subject of "Waiting for … spec update to be observed". */
  subject: string;
  failed: string;
  /** Where the failure's reason is named; the same words as `failed` unless given. */
  failedFor?: string;
  /** Kinds that tell an unknown readiness apart. */
  unknown?: string;
  notReady: string;
  types?: readonly string[];
}

/** GitOps Promoter's kinds have one gate in common, the Ready condition; what lies behind it differs. */
export function behindReadyGate(
  gate: ReadyGate,
  next: (object: KubernetesObject) => ResourceHealth,
): HealthCheck {
  const types = gate.types ?? ['Ready'];
  return (object) => {
    if (object.metadata.deletionTimestamp) return health('Progressing', describeDeletion(object, gate));
    if (!object.status) return health('Progressing', gate.initializing);
    const ready = conditionsOf(object).filter(({ type = '' }) => types.includes(type));
    for (const condition of ready) {
      const verdict = judge(condition, object, gate);
      if (verdict) return verdict;
    }
    return ready.length === 0 ? health('Progressing', gate.notReady) : next(object);
  };
}

function judge(condition: Condition, object: KubernetesObject, gate: ReadyGate): ResourceHealth | undefined {
  const { observedGeneration, status, reason = 'Unknown' } = condition;
  const { generation } = object.metadata;
  if (observedGeneration && generation && observedGeneration !== generation)
    return health('Progressing', `Waiting for ${gate.subject} spec update to be observed`);
  if (status === 'False') {
    const text = condition.message ?? 'Unknown error';
    return reason === 'ReconciliationError'
      ? health('Degraded', `${gate.failed}: ${text}`)
      : health('Degraded', `${gate.failedFor ?? gate.failed} (${reason}): ${text}`);
  }
  if (status === 'Unknown' && gate.unknown !== undefined)
    return health('Progressing', `${gate.unknown} (${reason}): ${condition.message ?? 'Unknown'}`);
  return undefined;
}

function describeDeletion(object: KubernetesObject, { deleting, finalizers = {} }: ReadyGate): string {
  const notes = (object.metadata.finalizers ?? []).flatMap((name) => {
    const note = finalizers[name];
    return note ? [`${name}: ${note.wait} Risk if removed manually: ${note.risk}`] : [];
  });
  return [deleting, ...notes].join(' ');
}
