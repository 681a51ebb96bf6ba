import type { KubernetesObject } from '../../../resource/kubernetes-object';
import { health } from '../../rules/answer';
import type { CheckTable } from '../../rules/health-check';
import { findCondition, numberAt, textAt } from '../../rules/read-field';
import type { ResourceHealth } from '../../health-status';
import { onlyVersions } from './only-versions';

const APPS = ['apps/v1'];

/** Rollout progress of the workload kinds, by the numbers that `kubectl rollout status` looks at. */
export const WORKLOADS: CheckTable = {
  'apps/Deployment': onlyVersions('Deployment', APPS, assessDeployment),
  'apps/ReplicaSet': onlyVersions('ReplicaSet', APPS, assessReplicaSet),
  'apps/StatefulSet': onlyVersions('StatefulSet', APPS, assessStatefulSet),
  'apps/DaemonSet': onlyVersions('DaemonSet', APPS, assessDaemonSet),
};

const count = (object: KubernetesObject, path: string): number => numberAt(object, path) ?? 0;
const progressing = (text: string): ResourceHealth => health('Progressing', text);
const isUnobserved = (object: KubernetesObject): boolean =>
  count(object, 'metadata.generation') > count(object, 'status.observedGeneration');

function assessDeployment(object: KubernetesObject): ResourceHealth {
  if ((object.spec as { paused?: boolean } | undefined)?.paused === true)
    return health('Suspended', 'Deployment is paused');
  const waiting = 'Waiting for rollout to finish:';
  if (isUnobserved(object))
    return progressing(`${waiting} observed deployment generation less than desired generation`);
  if (findCondition(object, 'Progressing')?.reason === 'ProgressDeadlineExceeded') {
    return health('Degraded', `Deployment "${object.metadata.name ?? ''}" exceeded its progress deadline`);
  }
  const desired = numberAt(object, 'spec.replicas');
  const updated = count(object, 'status.updatedReplicas');
  const surplus = count(object, 'status.replicas') - updated;
  const available = count(object, 'status.availableReplicas');
  if (desired !== undefined && updated < desired)
    return progressing(`${waiting} ${updated} out of ${desired} new replicas have been updated...`);
  if (surplus > 0) return progressing(`${waiting} ${surplus} old replicas are pending termination...`);
  if (available < updated)
    return progressing(`${waiting} ${available} of ${updated} updated replicas are available...`);
  return health('Healthy');
}

function assessReplicaSet(object: KubernetesObject): ResourceHealth {
  const waiting = 'Waiting for rollout to finish:';
  if (isUnobserved(object))
    return progressing(`${waiting} observed replica set generation less than desired generation`);
  const failure = findCondition(object, 'ReplicaFailure');
  if (failure?.status === 'True') return health('Degraded', failure.message);
  const desired = numberAt(object, 'spec.replicas');
  const available = count(object, 'status.availableReplicas');
  return desired !== undefined && available < desired
    ? progressing(`${waiting} ${available} out of ${desired} new replicas are available...`)
    : health('Healthy');
}

function assessStatefulSet(object: KubernetesObject): ResourceHealth {
  if (count(object, 'status.observedGeneration') === 0 || isUnobserved(object))
    return progressing('Waiting for statefulset spec update to be observed...');
  const desired = numberAt(object, 'spec.replicas');
  const ready = count(object, 'status.readyReplicas');
  const updated = count(object, 'status.updatedReplicas');
  if (desired !== undefined && ready < desired)
    return progressing(`Waiting for ${desired - ready} pods to be ready...`);
  const strategy = textAt(object, 'spec.updateStrategy.type');
  const rolling = (object.spec as { updateStrategy?: { rollingUpdate?: object | null } }).updateStrategy
    ?.rollingUpdate;
  if (strategy === 'RollingUpdate' && rolling) {
    const partition = numberAt(rolling, 'partition');
    if (desired !== undefined && partition !== undefined && updated < desired - partition) {
      return progressing(
        `Waiting for partitioned roll out to finish: ${updated} out of ${desired - partition} new pods have been updated...`,
      );
    }
    return health('Healthy', `partitioned roll out complete: ${updated} new pods have been updated...`);
  }
  if (strategy === 'OnDelete') return health('Healthy', `statefulset has ${ready} ready pods`);
  const [next, current] = [
    textAt(object, 'status.updateRevision') ?? '',
    textAt(object, 'status.currentRevision') ?? '',
  ];
  if (next !== current)
    return progressing(
      `waiting for statefulset rolling update to complete ${updated} pods at revision ${next}...`,
    );
  const settled = count(object, 'status.currentReplicas');
  return health('Healthy', `statefulset rolling update complete ${settled} pods at revision ${current}...`);
}

function assessDaemonSet(object: KubernetesObject): ResourceHealth {
  if (isUnobserved(object))
    return progressing(
      'Waiting for rollout to finish: observed daemon set generation less than desired generation',
    );
  const desired = count(object, 'status.desiredNumberScheduled');
  const updated = count(object, 'status.updatedNumberScheduled');
  const available = count(object, 'status.numberAvailable');
  if (textAt(object, 'spec.updateStrategy.type') === 'OnDelete')
    return health('Healthy', `daemon set ${updated} out of ${desired} new pods have been updated`);
  const waiting = `Waiting for daemon set "${object.metadata.name ?? ''}" rollout to finish:`;
  if (updated < desired)
    return progressing(`${waiting} ${updated} out of ${desired} new pods have been updated...`);
  if (available < desired)
    return progressing(`${waiting} ${available} of ${desired} updated pods are available...`);
  return health('Healthy');
}
