import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import {
  controllerOf,
  itself,
  keyOf,
  splitKey,
  type Controller,
  type ControllerContext,
} from '../runtime/controller';
import { isReady, ownedBy, podPhase } from '../runtime/owned-objects';
import { recordEvent } from '../runtime/record-event';
import { randomSuffix } from '../runtime/stable-hash';
import { numberOf, objectOf, writeStatus } from '../runtime/write-status';
import { podFrom } from './pod-template';

const REPLICA_SET = { apiVersion: 'apps/v1', kind: 'ReplicaSet' };
const POD = { apiVersion: 'v1', kind: 'Pod' };

/** Keeps as many Pods as a ReplicaSet asks for. */
export const replicaSetController: Controller = {
  name: 'replicaset-controller',
  watches: [
    { kind: REPLICA_SET, keysOf: itself },
    { kind: POD, keysOf: controllerOf('ReplicaSet') },
  ],
  reconcile(key, context) {
    const set = context.client.get({ ...REPLICA_SET, ...splitKey(key) });
    if (!set || set.metadata.deletionTimestamp) return;
    const pods = ownedBy(context.client, set, POD);
    const active = pods.filter(
      (pod) => !pod.metadata.deletionTimestamp && !['Succeeded', 'Failed'].includes(podPhase(pod)),
    );
    scale(set, active, numberOf(objectOf(set.spec).replicas, 1), context);
    writeReplicaSetStatus(set, context);
  },
};

function scale(
  set: KubernetesObject,
  active: KubernetesObject[],
  wanted: number,
  context: ControllerContext,
): void {
  const { client } = context;
  for (let missing = wanted - active.length; missing > 0; missing--) {
    const name = `${set.metadata.name ?? ''}-${randomSuffix()}`;
    client.create(podFrom(set, objectOf(set.spec).template, { name }), {
      fieldManager: 'kube-controller-manager',
    });
    recordEvent(context, set, {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `Created pod: ${name}`,
      component: 'replicaset-controller',
    });
  }
  // Pods that are not ready go first, then the youngest.
  const surplus = [...active].reverse().sort((a, b) => Number(isReady(a)) - Number(isReady(b)));
  for (const pod of surplus.slice(0, Math.max(0, active.length - wanted))) {
    const { name = '', namespace = '' } = pod.metadata;
    client.delete({ ...POD, namespace, name });
    recordEvent(context, set, {
      type: 'Normal',
      reason: 'SuccessfulDelete',
      message: `Deleted pod: ${name}`,
      component: 'replicaset-controller',
    });
  }
}

function writeReplicaSetStatus(set: KubernetesObject, { client }: ControllerContext): void {
  const current = client.get({ ...REPLICA_SET, ...splitKey(keyOf(set)) });
  if (!current) return;
  const pods = ownedBy(client, current, POD).filter(
    (pod) => !pod.metadata.deletionTimestamp && podPhase(pod) !== 'Failed',
  );
  const ready = pods.filter(isReady).length;
  writeStatus(client, current, {
    replicas: pods.length,
    ...(pods.length > 0 ? { fullyLabeledReplicas: pods.length } : {}),
    ...(ready > 0 ? { readyReplicas: ready, availableReplicas: ready } : {}),
    observedGeneration: current.metadata.generation ?? 1,
  });
}
