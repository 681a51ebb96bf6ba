import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { keyOf, type ControllerContext } from '../runtime/controller';
import {
  mergeConditions,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
  writeStatus,
  type Condition,
} from '../runtime/write-status';
import { resolveCount } from './rolling-update';

interface Counts {
  wanted: number;
  replicas: number;
  updated: number;
  ready: number;
  available: number;
}

/** Writes counts and the Available and Progressing conditions; asks to be called again at the progress deadline. */
export function writeDeploymentStatus(
  deployment: KubernetesObject,
  sets: KubernetesObject[],
  current: string | undefined,
  context: ControllerContext,
): void {
  const sum = (field: string, from = sets) =>
    from.reduce((total, set) => total + numberOf(objectOf(set.status)[field], 0), 0);
  const counts: Counts = {
    wanted: numberOf(objectOf(deployment.spec).replicas, 1),
    replicas: sum('replicas'),
    updated: sum(
      'replicas',
      sets.filter((set) => set.metadata.name === current),
    ),
    ready: sum('readyReplicas'),
    available: sum('availableReplicas'),
  };
  const present = objectsOf(objectOf(deployment.status).conditions);
  const conditions = [
    availableCondition(deployment, counts),
    progressingCondition(deployment, counts, current, present, context),
  ];
  writeStatus(context.client, deployment, {
    observedGeneration: deployment.metadata.generation ?? 1,
    ...whenPositive('replicas', counts.replicas),
    ...whenPositive('updatedReplicas', counts.updated),
    ...whenPositive('readyReplicas', counts.ready),
    ...whenPositive('availableReplicas', counts.available),
    ...whenPositive(
      'unavailableReplicas',
      Math.max(0, Math.max(counts.wanted, counts.replicas) - counts.available),
    ),
    conditions: mergeConditions(
      present,
      conditions.filter((each) => each !== undefined),
      context.timers.timestamp(),
      true,
    ),
  });
}

function whenPositive(field: string, value: number): JsonObject {
  return value > 0 ? { [field]: value } : {};
}

function availableCondition(deployment: KubernetesObject, { wanted, available }: Counts): Condition {
  const rolling = objectOf(objectOf(objectOf(deployment.spec).strategy).rollingUpdate);
  const tolerated = resolveCount(rolling.maxUnavailable, wanted, 'down', '25%');
  return available >= wanted - tolerated
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

function progressingCondition(
  deployment: KubernetesObject,
  { wanted, replicas, updated, available }: Counts,
  current: string | undefined,
  present: JsonObject[],
  context: ControllerContext,
): Condition | undefined {
  const name = current ?? '';
  const { paused, progressDeadlineSeconds } = objectOf(deployment.spec);
  if (paused === true)
    return {
      type: 'Progressing',
      status: 'Unknown',
      reason: 'DeploymentPaused',
      message: 'Deployment is paused',
    };
  if (updated === wanted && replicas === wanted && available === wanted) {
    return {
      type: 'Progressing',
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${name}" has successfully progressed.`,
    };
  }
  const deadlineMs = numberOf(progressDeadlineSeconds, 600) * 1000;
  const before = present.find((each) => each.type === 'Progressing');
  const isSameRollout =
    textOf(before?.message).includes(`"${name}"`) && before?.reason !== 'NewReplicaSetAvailable';
  const waited = isSameRollout ? context.timers.sinceMs(textOf(before?.lastUpdateTime)) : 0;
  if (isSameRollout && (waited >= deadlineMs || before?.reason === 'ProgressDeadlineExceeded')) {
    return {
      type: 'Progressing',
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: `ReplicaSet "${name}" has timed out progressing.`,
    };
  }
  context.requeueAfter(keyOf(deployment), deadlineMs - waited + 50);
  return {
    type: 'Progressing',
    status: 'True',
    reason: 'ReplicaSetUpdated',
    message: `ReplicaSet "${name}" is progressing.`,
  };
}
