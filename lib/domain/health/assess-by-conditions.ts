import type { KubernetesObject } from '../resource/kubernetes-object';
import type { ResourceHealth } from './health-status';
import { health } from './rules/answer';
import { findCondition, numberAt } from './rules/read-field';

/**
 * Health of any object by kstatus' conventions: a stale observedGeneration and Reconciling=True are work in progress,
 * Stalled=True is a failure, Ready (or Available) decides otherwise. Null where the object follows none of them:
 * kstatus calls that "current", but an object that reports nothing should not count as proof of health.
 */
export function assessByConditions(object: KubernetesObject): ResourceHealth | null {
  if (object.metadata.deletionTimestamp) return health('Progressing', 'Pending deletion');
  const observed = numberAt(object, 'status.observedGeneration');
  const { generation } = object.metadata;
  if (observed !== undefined && generation !== undefined && observed !== generation)
    return health(
      'Progressing',
      `Generation is ${generation}, but latest observed generation is ${observed}`,
    );
  const stalled = findCondition(object, 'Stalled');
  if (stalled?.status === 'True') return health('Degraded', stalled.message ?? stalled.reason);
  const reconciling = findCondition(object, 'Reconciling');
  if (reconciling?.status === 'True') return health('Progressing', reconciling.message ?? reconciling.reason);
  const ready = findCondition(object, 'Ready') ?? findCondition(object, 'Available');
  if (!ready) return null;
  return health(ready.status === 'True' ? 'Healthy' : 'Progressing', ready.message ?? ready.reason);
}
