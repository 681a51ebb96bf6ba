import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health, otherwise } from '../../rules/answer';
import { conditions, note, on } from '../../rules/conditions';
import { check, sameFor, type CheckTable } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import {
  conditionsOf,
  findCondition,
  itemsAt,
  readField,
  textAt,
  type Condition,
} from '../../rules/read-field';
import { has } from '../../rules/when';
import { assessAncestors } from '../kubernetes/policy-ancestors';

const SOLO_KINDS = [
  ...[
    'Gateway',
    'MatchableHttpGateway',
    'RouteOption',
    'RouteTable',
    'VirtualHostOption',
    'VirtualService',
  ].map((kind) => `gateway.solo.io/${kind}`),
  ...['Proxy', 'Settings', 'Upstream', 'UpstreamGroup'].map((kind) => `gloo.solo.io/${kind}`),
];

/** Contour wants its one condition to be written for the present generation. */
const isWrittenFor = (condition: Condition, object: KubernetesObject): boolean =>
  condition.observedGeneration === object.metadata.generation;

const NMSTATE = [
  ['Available', 'Healthy'],
  ['Degraded', 'Degraded'],
  ['Progressing', 'Progressing'],
  ['Ignored', 'Suspended'],
] as const;

/** Gateways, proxies and meshes beside the Gateway API. */
export const TRAFFIC: CheckTable = {
  ...sameFor(SOLO_KINDS, assessSolo),
  'projectcontour.io/ExtensionService': check(
    conditions(
      on('Valid=True', 'Healthy', '{.message}', { where: isWrittenFor }),
      on('Valid=False', 'Degraded', '{.message}', { where: isWrittenFor }),
    ),
    otherwise('Progressing', 'Waiting for status'),
  ),
  'projectcontour.io/HTTPProxy': check(
    conditions(
      on('Valid=True', 'Healthy', '{status.description}', { where: isWrittenFor }),
      // Parent and children depend on each other: a parent that waits for its children would block the sync.
      note('*=False', 'Healthy', 'HTTPProxy inclusions cannot be health checked', {
        where: (condition, object) => isWrittenFor(condition, object) && has('spec.includes')(object),
      }),
      on('Valid=False', 'Degraded', '{status.description}', { where: isWrittenFor }),
    ),
    (object) =>
      !has('status.conditions')(object) && has('status.currentStatus')(object)
        ? health('Progressing', textAt(object, 'status.description'))
        : undefined,
    otherwise('Progressing', 'Waiting for status'),
  ),
  'install.istio.io/IstioOperator': check(
    phases('status.status', {
      ...each(['0', 'NONE'], ['Unknown', 'Component is not present.']),
      ...each(['1', 'UPDATING'], ['Progressing', 'Component is being updated to a different version.']),
      ...each(
        ['2', 'RECONCILING'],
        [
          'Progressing',
          'Controller has started but not yet completed reconciliation loop for the component.',
        ],
      ),
      ...each(['3', 'HEALTHY'], ['Healthy', 'Component is healthy.']),
      ...each(['4', 'ERROR'], ['Degraded', 'Component is in an error state.']),
    }),
    otherwise('Progressing', 'Waiting for Istio Control Plane'),
  ),
  'microgateway.airlock.com/*': (object) =>
    object.kind.endsWith('Policy')
      ? assessAncestors(object, object.kind, { requiresGeneration: true, requiresAcceptance: true })
      : health('Healthy', `${object.kind} is healthy`),
  'route.openshift.io/Route': (object) => {
    if (!has('status.ingress')(object)) return health('Progressing', 'Route is still getting admitted');
    const ingresses = itemsAt(object, 'status.ingress');
    const admissions = ingresses
      .flatMap((ingress) => conditionsOf(ingress, 'conditions'))
      .filter(({ type }) => type === 'Admitted');
    const admitted = admissions.filter(({ status }) => status === 'True').length;
    if (admitted === ingresses.length) return health('Healthy', 'Route is healthy');
    return admissions.some(({ status }) => status === 'False')
      ? health('Degraded', 'Route is degraded')
      : health('Progressing', 'Route is still getting admitted');
  },
  'operator.openshift.io/IngressController': check(
    conditions(
      on('Degraded=True', 'Degraded'),
      on('DeploymentReplicasAllAvailable=False', 'Progressing'),
      on('Progressing=True', 'Progressing', '{.reason}'),
      on('Available=True', 'Healthy', 'IngressController is available'),
    ),
    otherwise('Progressing', 'Status of IngressController is not known yet'),
  ),
  'proclaim.dogmatiq.io/DNSSDServiceInstance': (object) => {
    const adopted = findCondition(object, 'Adopted');
    const advertised = findCondition(object, 'Advertised');
    const discovered = findCondition(object, 'Discoverable');
    if (adopted?.status === 'False') return health('Degraded', adopted.message);
    if (advertised?.reason === 'AdvertiseError' || advertised?.reason === 'UnadvertiseError')
      return health('Degraded', advertised.message);
    if (discovered?.reason === 'DiscoveryError') return health('Unknown', discovered.message);
    return health(discovered?.status === 'True' ? 'Healthy' : 'Progressing', discovered?.message);
  },
  'nmstate.io/NodeNetworkConfigurationPolicy': check(
    conditions(
      ...NMSTATE.flatMap(([type, status]) => [
        on(`${type}=True`, status, '{.reason}: {.message}', { where: ({ message }) => Boolean(message) }),
        on(`${type}=True`, status, '{.reason}'),
      ]),
    ),
    otherwise('Progressing', 'Waiting for policy to be applied'),
  ),
};

/** Solo writes its state as a word or as a number, once or for each namespace that reports. */
const SOLO_STATE = check(
  phases('state', {
    ...each(['Accepted', '1'], ['Healthy', 'The resource has been validated']),
    ...each(['Warning', '3', 'Rejected', '2'], ['Degraded', '{reason}']),
    ...each(['Pending', '0'], ['Suspended', 'The resource has not yet been validated']),
  }),
);

function assessSolo(object: KubernetesObject): ResourceHealth {
  const own = readField(object, 'status.state') === undefined ? [] : [readField(object, 'status')];
  for (const report of [...itemsAt(object, 'status.statuses'), ...own]) {
    const found = SOLO_STATE(report as KubernetesObject);
    if (found) return found;
  }
  return health('Progressing', 'Update in progress');
}
