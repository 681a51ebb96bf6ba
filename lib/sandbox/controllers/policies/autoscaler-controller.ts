import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { itself, splitKey, type Controller, type ControllerContext } from '../runtime/controller';
import { recordEvent } from '../runtime/record-event';
import {
  mergeConditions,
  numberOf,
  objectOf,
  textOf,
  writeStatus,
  type Condition,
} from '../runtime/write-status';

const AUTOSCALER = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' };
const SYNC_MS = 15_000;

/** Keeps its target between the bounds; the annotation `sandbox.promontory.dev/replicas` plays the load. */
export const autoscalerController: Controller = {
  name: 'horizontal-pod-autoscaler',
  watches: [{ kind: AUTOSCALER, keysOf: itself }],
  reconcile(key, context) {
    const { client, requeueAfter } = context;
    const autoscaler = client.get({ ...AUTOSCALER, ...splitKey(key) });
    if (!autoscaler || autoscaler.metadata.deletionTimestamp) return;
    const spec = objectOf(autoscaler.spec);
    const { apiVersion, kind, name } = objectOf(spec.scaleTargetRef);
    const ref = {
      apiVersion: textOf(apiVersion, 'apps/v1'),
      kind: textOf(kind),
      namespace: autoscaler.metadata.namespace ?? '',
      name: textOf(name),
    };
    const target = client.get(ref);
    requeueAfter(key, SYNC_MS);
    if (!target) {
      writeAutoscalerStatus(
        autoscaler,
        0,
        0,
        {
          type: 'AbleToScale',
          status: 'False',
          reason: 'FailedGetScale',
          message: `the HPA controller was unable to get the target's current scale: ${ref.kind} "${ref.name}" not found`,
        },
        context,
      );
      return;
    }
    const current = numberOf(objectOf(target.spec).replicas, 1);
    const load = Number(autoscaler.metadata.annotations?.['sandbox.promontory.dev/replicas'] ?? current);
    const desired = Math.min(numberOf(spec.maxReplicas, 1), Math.max(numberOf(spec.minReplicas, 1), load));
    if (desired !== current && current !== 0) {
      client.patch(ref, { spec: { replicas: desired } }, { subresource: 'scale' });
      recordEvent(context, autoscaler, {
        type: 'Normal',
        reason: 'SuccessfulRescale',
        message: `New size: ${desired}; reason: load`,
        component: 'horizontal-pod-autoscaler',
      });
    }
    writeAutoscalerStatus(
      autoscaler,
      current,
      desired,
      {
        type: 'AbleToScale',
        status: 'True',
        reason: 'ReadyForNewScale',
        message: 'recommended size matches current size',
      },
      context,
    );
  },
};

function writeAutoscalerStatus(
  autoscaler: KubernetesObject,
  currentReplicas: number,
  desiredReplicas: number,
  able: Condition,
  { client, timers }: ControllerContext,
): void {
  const isAble = able.status === 'True';
  const conditions: Condition[] = isAble
    ? [
        able,
        {
          type: 'ScalingActive',
          status: 'True',
          reason: 'ValidMetricFound',
          message: 'the HPA was able to successfully calculate a replica count',
        },
        {
          type: 'ScalingLimited',
          status: 'False',
          reason: 'DesiredWithinRange',
          message: 'the desired count is within the acceptable range',
        },
      ]
    : [able];
  writeStatus(client, autoscaler, {
    currentReplicas,
    desiredReplicas,
    conditions: mergeConditions(objectOf(autoscaler.status).conditions, conditions, timers.timestamp()),
  });
}
