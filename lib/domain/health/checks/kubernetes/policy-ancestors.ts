import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health } from '../../rules/answer';
import { conditionsOf, itemsAt, textAt } from '../../rules/read-field';

interface AncestorRules {
  /** Conditions must say for which generation they were written. */
  requiresGeneration: boolean;
  /** Every ancestor must have judged the policy. */
  requiresAcceptance: boolean;
}

/** A policy of the Gateway API: every gateway that it is attached to reports in `status.ancestors`. */
export function assessAncestors(
  object: KubernetesObject,
  kind: string,
  rules: AncestorRules,
): ResourceHealth {
  const { generation } = object.metadata;
  const ancestors = itemsAt(object, 'status.ancestors').map((ancestor) => ({
    title: `Ancestor ${textAt(ancestor, 'ancestorRef.name') ?? ''}`,
    conditions: conditionsOf(ancestor, 'conditions'),
  }));
  const isBehind = (observed: number | undefined): boolean =>
    observed === undefined ? rules.requiresGeneration : observed !== generation;
  const behind =
    generation === undefined
      ? undefined
      : ancestors.find(({ conditions }) => conditions.some((each) => isBehind(each.observedGeneration)));
  if (behind) return health('Progressing', `Waiting for ${behind.title} to update ${kind} status`);
  let result = health('Progressing', `Waiting for ${kind} status`);
  for (const { title, conditions } of ancestors) {
    for (const { type, status, message = '' } of conditions) {
      if (type !== 'Accepted' && type !== 'ResolvedRefs') continue;
      if (status !== 'True') return health('Degraded', `${title}: ${message}`);
      if (type === 'Accepted') result = health('Healthy', `${kind} is healthy`);
    }
    if (rules.requiresAcceptance && !conditions.some(({ type }) => type === 'Accepted')) {
      result = health('Degraded', `${title}: ${kind} is not accepted`);
    }
  }
  return result;
}
