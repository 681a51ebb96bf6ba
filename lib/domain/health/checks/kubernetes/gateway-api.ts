import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health, otherwise } from '../../rules/answer';
import { conditions, isCurrent, on } from '../../rules/conditions';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { conditionsOf, itemsAt, textAt, type Condition } from '../../rules/read-field';
import { assessAncestors } from './policy-ancestors';

export const GATEWAY_API: CheckTable = {
  'gateway.networking.k8s.io/Gateway': assessGateway,
  'gateway.networking.k8s.io/GatewayClass': check(
    conditions(
      on('Accepted=True', 'Healthy', "{.message ?? 'GatewayClass is accepted'}", { where: isCurrent }),
      on('Accepted=False', 'Degraded', "{.message ?? 'GatewayClass is not accepted'}", { where: isCurrent }),
      on('Accepted', 'Progressing', "{.message ?? 'Waiting for GatewayClass status'}", { where: isCurrent }),
    ),
    otherwise('Progressing', 'Waiting for GatewayClass status'),
  ),
  'gateway.networking.k8s.io/HTTPRoute': routeCheck('HTTPRoute', (parent, route) => {
    if (route.metadata.generation === undefined) return true;
    return parent.length > 0 && parent.every((condition) => isCurrent(condition, route));
  }),
  'gateway.networking.k8s.io/GRPCRoute': routeCheck('GRPCRoute', () => true),
  'gateway.networking.k8s.io/BackendTLSPolicy': (object) =>
    assessAncestors(object, 'BackendTLSPolicy', { requiresGeneration: false, requiresAcceptance: false }),
};

/** What one list of conditions has against its owner: references first, then acceptance, then programming. */
function findObjection(list: Condition[], subject: string): ResourceHealth | undefined {
  for (const type of ['ResolvedRefs', 'Accepted']) {
    const failed = list.find((condition) => condition.type === type && condition.status === 'False');
    if (failed) return health('Degraded', failed.message ?? `Failed condition: ${type}`);
  }
  const pending = list.find(({ type, status }) => type === 'Programmed' && status !== 'True');
  return pending && health('Progressing', pending.message ?? `${subject} is still being programmed`);
}

const prefixed = (prefix: string, found: ResourceHealth): ResourceHealth =>
  health(found.status, `${prefix}: ${found.message ?? ''}`);

function routeCheck(
  kind: string,
  isReported: (parent: Condition[], route: KubernetesObject) => boolean,
): HealthCheck {
  return (object) => {
    const parents = itemsAt(object, 'status.parents').map((parent) => ({
      name: textAt(parent, 'parentRef.name') ?? '',
      list: conditionsOf(parent, 'conditions'),
    }));
    const reported = parents.filter(({ list }) => isReported(list, object));
    for (const { name, list } of reported) {
      const objection = findObjection(list, 'Route');
      if (objection) return prefixed(`Parent ${name}`, objection);
    }
    return reported.some(({ list }) => list.length > 0)
      ? health('Healthy', `${kind} is healthy`)
      : health('Progressing', `Waiting for ${kind} status`);
  };
}

function assessGateway(object: KubernetesObject): ResourceHealth {
  const own = findObjection(conditionsOf(object), 'Gateway');
  if (own) return own;
  const listeners = itemsAt(object, 'status.listeners');
  for (const listener of listeners) {
    const objection = findObjection(conditionsOf(listener, 'conditions'), 'Listener');
    if (objection) return prefixed('Listener', objection);
  }
  const isReported =
    listeners.length > 0 ||
    Array.isArray((object.status as { conditions?: unknown } | undefined)?.conditions);
  return isReported
    ? health('Healthy', 'Gateway is healthy')
    : health('Progressing', 'Waiting for Gateway status');
}
