import { health, otherwise } from '../../rules/answer';
import { conditions, on } from '../../rules/conditions';
import { check, type CheckTable } from '../../rules/health-check';
import { conditionsOf, itemsAt, numberAt, textAt } from '../../rules/read-field';
import { inCase, is, lacks, not, areEqual, any, when, has } from '../../rules/when';
import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { HealthStatus, ResourceHealth } from '../../health-status';

/** Other tools that roll versions out: Flagger, Spot, OpenShift, Karmada, Pulumi, Keptn. */
export const ROLLOUT_TOOLS: CheckTable = {
  'flagger.app/Canary': assessCanary,
  'spot.io/SpotDeployment': check(
    inCase(
      has('status.conditions'),
      conditions(
        on('InvalidSpec', 'Degraded'),
        on('Progressing', 'Degraded', '{.message}', {
          reason: ['RolloutAborted', 'ProgressDeadlineExceeded'],
        }),
        on('Paused=True', 'Suspended', 'Rollout is paused'),
      ),
      when(is('status.phase', 'Progressing'), 'Progressing', 'Waiting for rollout to finish steps'),
      otherwise('Healthy', ''),
    ),
  ),
  'apps.openshift.io/DeploymentConfig': assessDeploymentConfig,
  'pulumi.com/Stack': check(
    when(
      any(lacks('status'), not(areEqual('status.observedGeneration', 'metadata.generation'))),
      'Progressing',
      'Waiting for the operator to observe the latest spec change',
    ),
    conditions(
      on('Stalled=True', 'Degraded'),
      on('Reconciling=True', 'Progressing'),
      on('Ready=True', 'Healthy'),
    ),
    otherwise('Progressing', 'Waiting for the stack to be reconciled'),
  ),
  'work.karmada.io/ResourceBinding': (object) => assessBinding(object, false),
  'work.karmada.io/ClusterResourceBinding': (object) => assessBinding(object, true),
};

const CANARY_PHASES: Readonly<Record<string, HealthStatus>> = {
  Failed: 'Degraded',
  Progressing: 'Progressing',
  Finalising: 'Progressing',
  Promoting: 'Progressing',
  Succeeded: 'Healthy',
  Initialized: 'Healthy',
};

function assessCanary(object: KubernetesObject): ResourceHealth {
  if (!object.status) return health('Unknown', 'No status');
  const phase = textAt(object, 'status.phase') ?? '';
  const weight = numberAt(object, 'status.canaryWeight') ?? 0;
  const details = [
    ...(weight > 0 ? [`Canary Weight: ${weight} %`] : []),
    ...conditionsOf(object).map(({ message = '' }) => message),
  ];
  const joined = details.reduce((text, detail) => (text === '' ? detail : `${text} --- ${detail}`), '');
  return health(CANARY_PHASES[phase] ?? 'Unknown', `${phase} --- ${joined}`);
}

function assessDeploymentConfig(object: KubernetesObject): ResourceHealth {
  const waiting = health('Progressing', 'replication controller is waiting for pods to run');
  const replicas = numberAt(object, 'status.replicas');
  if (replicas === undefined || !has('status.conditions')(object)) return waiting;
  const good = conditionsOf(object).filter(
    ({ type, status, reason }) =>
      status === 'True' &&
      (type === 'Available' || (type === 'Progressing' && reason === 'NewReplicationControllerAvailable')),
  ).length;
  if (good === 2 || replicas === 0)
    return health('Healthy', 'replication controller successfully rolled out');
  return good === 1 ? waiting : health('Degraded', 'Deployment config is degraded');
}

/** A binding spreads one object over clusters; it is healthy when every cluster's copy is. */
function assessBinding(object: KubernetesObject, needsClusters: boolean): ResourceHealth {
  const incomplete = health('Progressing', 'Current resource status is insufficient');
  const reports = itemsAt(object, 'status.aggregatedStatus');
  const hasClusters = has('spec.clusters')(object);
  const clusters = itemsAt(object, 'spec.clusters').length;
  if (!object.status || reports.length === 0) return incomplete;
  if (needsClusters && !hasClusters) return incomplete;
  if (hasClusters && (clusters === 0 || clusters !== reports.length)) return incomplete;
  const isBad = reports.some((report) => {
    const word = textAt(report, 'health');
    return word === 'Unhealthy' || (word === 'Unknown' && !is('applied', true)(report));
  });
  return isBad ? health('Degraded', 'Current resource status is unhealthy') : health('Healthy');
}
