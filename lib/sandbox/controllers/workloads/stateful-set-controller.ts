import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import {
  controllerOf,
  itself,
  keyOf,
  splitKey,
  type Controller,
  type ControllerContext,
} from '../runtime/controller';
import { isReady, ownedBy } from '../runtime/owned-objects';
import { recordEvent } from '../runtime/record-event';
import { stableHash } from '../runtime/stable-hash';
import { numberOf, objectOf, objectsOf, textOf, writeStatus } from '../runtime/write-status';
import { podFrom } from './pod-template';

const STATEFUL_SET = { apiVersion: 'apps/v1', kind: 'StatefulSet' };
const POD = { apiVersion: 'v1', kind: 'Pod' };
const REVISION = 'controller-revision-hash';

/** Pods with stable names, made and replaced one after another. */
export const statefulSetController: Controller = {
  name: 'statefulset-controller',
  watches: [
    { kind: STATEFUL_SET, keysOf: itself },
    { kind: POD, keysOf: controllerOf('StatefulSet') },
  ],
  reconcile(key, context) {
    const set = context.client.get({ ...STATEFUL_SET, ...splitKey(key) });
    if (!set || set.metadata.deletionTimestamp) return;
    const revision = `${set.metadata.name ?? ''}-${stableHash(objectOf(set.spec).template)}`;
    step(set, revision, context);
    writeSetStatus(set, revision, context);
  },
};

const ordinalOf = (pod: KubernetesObject): number =>
  Number(/-(\d+)$/.exec(pod.metadata.name ?? '')?.[1] ?? -1);

/** One change at a time unless the policy is Parallel: create the next Pod, remove the last, or replace an outdated one. */
function step(set: KubernetesObject, revision: string, context: ControllerContext): void {
  const spec = objectOf(set.spec);
  const wanted = numberOf(spec.replicas, 1);
  const isParallel = spec.podManagementPolicy === 'Parallel';
  const pods = ownedBy(context.client, set, POD);
  const byOrdinal = new Map(pods.map((pod) => [ordinalOf(pod), pod]));
  for (let ordinal = 0; ordinal < wanted; ordinal++) {
    const pod = byOrdinal.get(ordinal);
    if (!pod) createPod(set, ordinal, revision, context);
    if (!isParallel && (!pod || !isReady(pod))) return;
  }
  const surplus = pods.filter((pod) => ordinalOf(pod) >= wanted).sort((a, b) => ordinalOf(b) - ordinalOf(a));
  if (surplus[0]) {
    deletePod(set, surplus[0], context);
    return;
  }
  const strategy = objectOf(spec.updateStrategy);
  if (strategy.type === 'OnDelete') return;
  const partition = numberOf(objectOf(strategy.rollingUpdate).partition, 0);
  const outdated = pods
    .filter((pod) => pod.metadata.labels?.[REVISION] !== revision && ordinalOf(pod) >= partition)
    .sort((a, b) => ordinalOf(b) - ordinalOf(a))[0];
  if (outdated && pods.every(isReady)) deletePod(set, outdated, context);
}

function createPod(
  set: KubernetesObject,
  ordinal: number,
  revision: string,
  context: ControllerContext,
): void {
  const spec = objectOf(set.spec);
  const name = `${set.metadata.name ?? ''}-${ordinal}`;
  const claims = objectsOf(spec.volumeClaimTemplates).map((template) =>
    createClaim(set, template, name, context),
  );
  const pod = podFrom(set, spec.template, {
    name,
    labels: {
      [REVISION]: revision,
      'statefulset.kubernetes.io/pod-name': name,
      'apps.kubernetes.io/pod-index': String(ordinal),
    },
  });
  const podSpec = objectOf(pod.spec);
  pod.spec = {
    ...podSpec,
    hostname: name,
    ...(claims.length > 0 ? { volumes: [...objectsOf(podSpec.volumes), ...claims] } : {}),
  };
  context.client.create(pod);
  recordEvent(context, set, {
    type: 'Normal',
    reason: 'SuccessfulCreate',
    message: `create Pod ${name} in StatefulSet ${set.metadata.name ?? ''} successful`,
    component: 'statefulset-controller',
  });
}

function createClaim(
  set: KubernetesObject,
  template: Record<string, unknown>,
  pod: string,
  { client }: ControllerContext,
) {
  const claim = textOf(objectOf(template.metadata).name);
  const ref = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: set.metadata.namespace ?? '',
    name: `${claim}-${pod}`,
  };
  if (!client.get(ref)) {
    const { apiVersion, kind, namespace, name } = ref;
    client.create({
      apiVersion,
      kind,
      metadata: { namespace, name },
      spec: structuredClone(objectOf(template.spec)),
    });
  }
  return { name: claim, persistentVolumeClaim: { claimName: ref.name } };
}

function deletePod(set: KubernetesObject, pod: KubernetesObject, context: ControllerContext): void {
  if (pod.metadata.deletionTimestamp) return;
  context.client.delete({ ...POD, ...splitKey(keyOf(pod)) });
  recordEvent(context, set, {
    type: 'Normal',
    reason: 'SuccessfulDelete',
    message: `delete Pod ${pod.metadata.name ?? ''} in StatefulSet ${set.metadata.name ?? ''} successful`,
    component: 'statefulset-controller',
  });
}

function writeSetStatus(set: KubernetesObject, revision: string, { client }: ControllerContext): void {
  const pods = ownedBy(client, set, POD).filter((pod) => !pod.metadata.deletionTimestamp);
  const ready = pods.filter(isReady).length;
  const updated = pods.filter((pod) => pod.metadata.labels?.[REVISION] === revision);
  const wanted = numberOf(objectOf(set.spec).replicas, 1);
  const before = textOf(objectOf(set.status).currentRevision);
  const isDone = updated.length === pods.length && updated.filter(isReady).length === wanted;
  const currentRevision = isDone || !before ? revision : before;
  const current = pods.filter((pod) => pod.metadata.labels?.[REVISION] === currentRevision).length;
  writeStatus(client, set, {
    observedGeneration: set.metadata.generation ?? 1,
    replicas: pods.length,
    ...(ready > 0 ? { readyReplicas: ready } : {}),
    availableReplicas: ready,
    ...(current > 0 ? { currentReplicas: current } : {}),
    ...(updated.length > 0 ? { updatedReplicas: updated.length } : {}),
    currentRevision,
    updateRevision: revision,
    collisionCount: 0,
  });
}
