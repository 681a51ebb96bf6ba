import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health, otherwise } from '../../rules/answer';
import { conditions, on } from '../../rules/conditions';
import { check, type CheckTable } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import { conditionsOf, findCondition, textAt } from '../../rules/read-field';
import { areEqual, has, inCase, is, isSet, isStale, lacks, when } from '../../rules/when';

/** Cluster API: clusters, machines and their control planes. */
export const CLUSTER_API: CheckTable = {
  'cluster.x-k8s.io/Cluster': check(
    when(is('spec.paused', true), 'Suspended', 'Cluster is paused'),
    conditions(on('Ready=False', 'Degraded', '{.message}', { where: ({ severity }) => severity !== 'Info' })),
    phases('status.phase', { Provisioned: ['Healthy', 'Cluster is running'], Failed: ['Degraded', ''] }),
    otherwise('Progressing', 'Waiting for clusters'),
  ),
  'cluster.x-k8s.io/Machine': (object) => {
    const phase = textAt(object, 'status.phase');
    if (phase === 'Running') return health('Healthy', 'Machine is running');
    const ready = findCondition(object, 'Ready');
    const text = ready?.status === 'False' ? ready.message : 'Condition is unknown';
    return health(phase === 'Failed' ? 'Degraded' : 'Progressing', text);
  },
  'cluster.x-k8s.io/MachineDeployment': check(
    when(is('spec.paused', true), 'Suspended', 'MachineDeployment is paused'),
    phases('status.phase', {
      Running: ['Healthy', 'Machines are running under this deployment'],
      ScalingUp: ['Progressing', 'Cluster is spawning machines'],
      ScalingDown: ['Progressing', 'Cluster is stopping machines'],
      Failed: ['Degraded', 'MachineDeployment is failed'],
    }),
    otherwise('Progressing', 'Waiting for machines'),
  ),
  'cluster.x-k8s.io/MachineHealthCheck': check(
    inCase(
      has('status.currentHealthy'),
      when(areEqual('status.expectedMachines', 'status.currentHealthy'), 'Healthy', ''),
      otherwise('Degraded', ''),
    ),
    otherwise('Progressing', ''),
  ),
  'cluster.x-k8s.io/MachinePool': assessMachinePool,
  'addons.cluster.x-k8s.io/ClusterResourceSet': check(
    conditions(
      on('ResourcesApplied=True', 'Healthy', 'cluster resource set is applied'),
      on('ResourcesApplied=False', 'Degraded'),
    ),
    otherwise('Progressing', 'Initializing cluster resource set'),
  ),
  'controlplane.cluster.x-k8s.io/AWSManagedControlPlane': check(
    when(lacks('status'), 'Progressing', 'Provisioning...'),
    when(isStale(), 'Progressing', 'Waiting for the control plane spec to be reconciled'),
    when(isSet('status.failureMessage'), 'Degraded', '{status.failureMessage}'),
    when(lacks('status.conditions'), 'Progressing', 'Provisioning...'),
    conditions(on('EKSControlPlaneUpdating=True', 'Progressing', 'EKS control plane is updating')),
    conditions(on('Ready=True', 'Healthy', 'Control plane is ready')),
    (object) => {
      const errors = conditionsOf(object).filter(
        ({ status, severity }) => status === 'False' && severity === 'Error',
      );
      const text = errors.map(({ message = '' }) => `${message} `).join('');
      return errors.length > 0 ? health('Degraded', text) : undefined;
    },
    when(is('status.ready', false), 'Progressing', 'Control plane is not ready (.status.ready is false)'),
    otherwise('Progressing', 'Control plane is not ready'),
  ),
};

const POOL_PHASES = {
  ...each(['Running', 'Scaling'], 'Healthy'),
  ...each(['Failed', 'Unknown'], 'Degraded'),
};
const poolPhase = check(phases('status.phase', POOL_PHASES), otherwise('Progressing'));

/** A pool names every condition that does not hold. */
function assessMachinePool(object: KubernetesObject): ResourceHealth {
  const phase = textAt(object, 'status.phase');
  const failing = conditionsOf(object)
    .filter(({ type, status }) => type !== undefined && status === 'False')
    .map(({ type = '', reason }) => `Not ${type}${reason === undefined ? '' : ` (${reason})`}`);
  const base = phase === undefined ? '' : `MachinePool is ${phase}`;
  const text = failing.length > 0 ? `${base}: ${failing.join(', ')}` : base;
  return health(poolPhase(object)?.status ?? 'Progressing', text);
}
