import { isEqualJson } from '@/lib/domain/manifest/merge-patch';
import type { JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import {
  controllerOf,
  itself,
  keyOf,
  splitKey,
  type Controller,
  type ControllerContext,
} from '../runtime/controller';
import { controllerReference, ownedBy } from '../runtime/owned-objects';
import { recordEvent } from '../runtime/record-event';
import { stableHash } from '../runtime/stable-hash';
import { numberOf, objectOf, textOf } from '../runtime/write-status';
import { writeDeploymentStatus } from './deployment-status';
import { labelled } from './pod-template';
import { nextRollingCounts, resolveCount } from './rolling-update';

const DEPLOYMENT = { apiVersion: 'apps/v1', kind: 'Deployment' };
const REPLICA_SET = { apiVersion: 'apps/v1', kind: 'ReplicaSet' };
const REVISION = 'deployment.kubernetes.io/revision';
const HASH = 'pod-template-hash';

/** Rolls a Deployment's template out through ReplicaSets. */
export const deploymentController: Controller = {
  name: 'deployment-controller',
  watches: [
    { kind: DEPLOYMENT, keysOf: itself },
    { kind: REPLICA_SET, keysOf: controllerOf('Deployment') },
  ],
  reconcile(key, context) {
    const { client } = context;
    const deployment = client.get({ ...DEPLOYMENT, ...splitKey(key) });
    if (!deployment || deployment.metadata.deletionTimestamp) return;
    const spec = objectOf(deployment.spec);
    let sets = ownedBy(client, deployment, REPLICA_SET);
    let current = sets.find((set) => isOfTemplate(set, spec.template));
    if (!current && spec.paused !== true) {
      current = createReplicaSet(deployment, sets, context);
      sets = [...sets, current];
    }
    if (spec.paused === true) scaleInProportion(deployment, sets, context);
    else roll(deployment, sets, context);
    if (current) adoptRevision(deployment, current, sets, context);
    removeOldSets(deployment, ownedBy(client, deployment, REPLICA_SET), current, context);
    const latest = client.get({ ...DEPLOYMENT, ...splitKey(key) });
    if (latest)
      writeDeploymentStatus(latest, ownedBy(client, latest, REPLICA_SET), current?.metadata.name, context);
  },
};

function isOfTemplate(set: KubernetesObject, template: JsonValue | undefined): boolean {
  const copy = structuredClone(objectOf(objectOf(set.spec).template));
  const labels = objectOf(objectOf(copy.metadata).labels);
  Reflect.deleteProperty(labels, HASH);
  return isEqualJson(withoutEmpty(copy), withoutEmpty(objectOf(template)));
}

/** `metadata: {labels: …}` with or without `creationTimestamp: null` is the same template. */
function withoutEmpty(template: Record<string, JsonValue | undefined>): JsonValue {
  const metadata = Object.entries(objectOf(template.metadata)).filter(([, value]) => value !== null);
  return { ...template, metadata: Object.fromEntries(metadata) };
}

function createReplicaSet(
  deployment: KubernetesObject,
  sets: KubernetesObject[],
  { client }: ControllerContext,
): KubernetesObject {
  const spec = objectOf(deployment.spec);
  const hash = stableHash(spec.template);
  const highest = Math.max(0, ...sets.map(revisionOf));
  const selector = objectOf(spec.selector);
  const created = client.create({
    ...REPLICA_SET,
    metadata: {
      name: `${deployment.metadata.name ?? ''}-${hash}`,
      namespace: deployment.metadata.namespace ?? '',
      labels: {
        ...(objectOf(objectOf(objectOf(spec.template).metadata).labels) as Record<string, string>),
        [HASH]: hash,
      },
      annotations: { ...carriedAnnotations(deployment), [REVISION]: String(highest + 1) },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: 0,
      selector: { ...selector, matchLabels: { ...objectOf(selector.matchLabels), [HASH]: hash } },
      template: labelled(spec.template, { [HASH]: hash }),
      ...(typeof spec.minReadySeconds === 'number' && spec.minReadySeconds > 0
        ? { minReadySeconds: spec.minReadySeconds }
        : {}),
    },
  });
  return created;
}

/** kubectl's bookkeeping stays on the Deployment. */
function carriedAnnotations(deployment: KubernetesObject): Record<string, string> {
  const entries = Object.entries(deployment.metadata.annotations ?? {});
  return Object.fromEntries(
    entries.filter(([key]) => key !== 'kubectl.kubernetes.io/last-applied-configuration' && key !== REVISION),
  );
}

const revisionOf = (set: KubernetesObject): number => Number(set.metadata.annotations?.[REVISION] ?? 0);

function roll(deployment: KubernetesObject, sets: KubernetesObject[], context: ControllerContext): void {
  const spec = objectOf(deployment.spec);
  const wanted = numberOf(spec.replicas, 1);
  const counts = sets.map((set) => ({
    name: set.metadata.name ?? '',
    isNew: isOfTemplate(set, spec.template),
    replicas: numberOf(objectOf(set.spec).replicas, 0),
    available: numberOf(objectOf(set.status).availableReplicas, 0),
  }));
  const strategy = objectOf(spec.strategy);
  const rolling = objectOf(strategy.rollingUpdate);
  if (strategy.type === 'Recreate') {
    const oldPods = sets
      .filter((set) => !isOfTemplate(set, spec.template))
      .reduce((sum, set) => sum + numberOf(objectOf(set.status).replicas, 0), 0);
    for (const count of counts)
      setReplicas(
        deployment,
        sets,
        count.name,
        count.isNew ? (oldPods === 0 ? wanted : count.replicas) : 0,
        context,
      );
    return;
  }
  const surge = resolveCount(rolling.maxSurge, wanted, 'up', '25%');
  const unavailable = resolveCount(rolling.maxUnavailable, wanted, 'down', '25%');
  const limits = {
    wanted,
    maxSurge: surge,
    maxUnavailable: surge === 0 && unavailable === 0 ? 1 : unavailable,
  };
  for (const [name, replicas] of nextRollingCounts(counts, limits))
    setReplicas(deployment, sets, name, replicas, context);
}

/** A paused Deployment still follows `replicas`, in its newest ReplicaSet. */
function scaleInProportion(
  deployment: KubernetesObject,
  sets: KubernetesObject[],
  context: ControllerContext,
): void {
  const wanted = numberOf(objectOf(deployment.spec).replicas, 1);
  const active = [...sets].sort((a, b) => revisionOf(b) - revisionOf(a))[0];
  const others = sets
    .filter((set) => set !== active)
    .reduce((sum, set) => sum + numberOf(objectOf(set.spec).replicas, 0), 0);
  if (active)
    setReplicas(deployment, sets, active.metadata.name ?? '', Math.max(0, wanted - others), context);
}

function setReplicas(
  deployment: KubernetesObject,
  sets: KubernetesObject[],
  name: string,
  replicas: number,
  context: ControllerContext,
): void {
  const set = sets.find((each) => each.metadata.name === name);
  const before = numberOf(objectOf(set?.spec).replicas, 0);
  if (!set || before === replicas) return;
  context.client.patch(
    { ...REPLICA_SET, namespace: set.metadata.namespace ?? '', name },
    { spec: { replicas } },
  );
  const message = `Scaled ${replicas > before ? 'up' : 'down'} replica set ${name} from ${before} to ${replicas}`;
  recordEvent(context, deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message,
    component: 'deployment-controller',
  });
}

/** The newest template has the highest revision, also when it is an older one that comes back. */
function adoptRevision(
  deployment: KubernetesObject,
  current: KubernetesObject,
  sets: KubernetesObject[],
  { client }: ControllerContext,
): void {
  const others = sets.filter((set) => set.metadata.uid !== current.metadata.uid).map(revisionOf);
  const revision = Math.max(revisionOf(current), ...others.map((each) => each + 1), 1);
  if (revision !== revisionOf(current)) {
    client.patch(
      { ...REPLICA_SET, ...splitKey(keyOf(current)) },
      { metadata: { annotations: { [REVISION]: String(revision) } } },
    );
  }
  if (textOf(deployment.metadata.annotations?.[REVISION]) !== String(revision)) {
    client.patch(
      { ...DEPLOYMENT, ...splitKey(keyOf(deployment)) },
      { metadata: { annotations: { [REVISION]: String(revision) } } },
    );
  }
}

function removeOldSets(
  deployment: KubernetesObject,
  sets: KubernetesObject[],
  current: KubernetesObject | undefined,
  { client }: ControllerContext,
): void {
  const limit = numberOf(objectOf(deployment.spec).revisionHistoryLimit, 10);
  const idle = sets.filter(
    (set) =>
      set.metadata.name !== current?.metadata.name &&
      numberOf(objectOf(set.status).replicas, 0) === 0 &&
      numberOf(objectOf(set.spec).replicas, 0) === 0,
  );
  const surplus = idle
    .sort((a, b) => revisionOf(a) - revisionOf(b))
    .slice(0, Math.max(0, idle.length - limit));
  for (const set of surplus) client.delete({ ...REPLICA_SET, ...splitKey(keyOf(set)) });
}
