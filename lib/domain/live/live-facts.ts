import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { splitApiVersion } from '../resource/resource-key';
import type { LiveFacts } from './live-resource';

type Reader = (object: KubernetesObject, spec: JsonObject, status: JsonObject) => Partial<LiveFacts>;

const READERS: Record<string, Reader> = {
  '/Pod': podFacts,
  'apps/Deployment': workloadFacts,
  'apps/StatefulSet': workloadFacts,
  'apps/ReplicaSet': workloadFacts,
  'argoproj.io/Rollout': workloadFacts,
  'apps/DaemonSet': (_, __, status) => ({
    ready: { ready: numberOf(status.numberReady), wanted: numberOf(status.desiredNumberScheduled) },
  }),
  'batch/Job': (_, spec, status) => ({
    ready: { ready: numberOf(status.succeeded), wanted: numberOf(spec.completions, 1) },
  }),
  '/PersistentVolumeClaim': (_, __, status) => stateFrom(status.phase),
  '/Namespace': (_, __, status) => stateFrom(status.phase),
  '/Service': (_, __, status) => ({ externalUrls: addresses(status).map((host) => `http://${host}`) }),
  'networking.k8s.io/Ingress': ingressFacts,
  'policy/PodDisruptionBudget': (_, __, status) => ({
    ready: { ready: numberOf(status.currentHealthy), wanted: numberOf(status.desiredHealthy) },
  }),
};

/** Reads the figures that lists and trees show from an object as the API server serves it. */
export function liveFactsOf(object: KubernetesObject): LiveFacts {
  const { group } = splitApiVersion(object.apiVersion);
  const reader = READERS[`${group}/${object.kind}`];
  const facts = reader?.(object, asObject(object.spec), asObject(object.status)) ?? {};
  return { images: imagesOf(object), externalUrls: [], ...facts };
}

/** Container images of a Pod or of any object with a pod template, init containers included, without repeats. */
export function imagesOf(object: KubernetesObject): string[] {
  const spec = asObject(object.spec);
  const jobSpec = asObject(asObject(spec.jobTemplate).spec);
  const podSpecs = [spec, asObject(asObject(spec.template).spec), asObject(asObject(jobSpec.template).spec)];
  const containers = podSpecs.flatMap((pod) => [...listOf(pod.initContainers), ...listOf(pod.containers)]);
  return [...new Set(containers.flatMap((each) => (typeof each.image === 'string' ? [each.image] : [])))];
}

function podFacts(object: KubernetesObject, spec: JsonObject, status: JsonObject): Partial<LiveFacts> {
  const statuses = listOf(status.containerStatuses);
  const reasons = [...listOf(status.initContainerStatuses), ...statuses].flatMap((each) => {
    const state = asObject(each.state);
    const reason = asObject(state.waiting).reason ?? asObject(state.terminated).reason;
    return typeof reason === 'string' ? [reason] : [];
  });
  const phase = object.metadata.deletionTimestamp
    ? 'Terminating'
    : (status.reason ?? reasons[0] ?? status.phase);
  return {
    ready: {
      ready: statuses.filter((each) => each.ready === true).length,
      wanted: listOf(spec.containers).length,
    },
    restarts: statuses.reduce((sum, each) => sum + numberOf(each.restartCount), 0),
    ...stateFrom(phase),
    ...(typeof spec.nodeName === 'string' ? { node: spec.nodeName } : {}),
  };
}

function workloadFacts(object: KubernetesObject, spec: JsonObject, status: JsonObject): Partial<LiveFacts> {
  const revision = object.metadata.annotations?.['deployment.kubernetes.io/revision'];
  return {
    ready: { ready: numberOf(status.readyReplicas), wanted: numberOf(spec.replicas, 1) },
    ...(revision ? { revision } : {}),
  };
}

function ingressFacts(_: KubernetesObject, spec: JsonObject, status: JsonObject): Partial<LiveFacts> {
  const secure = new Set(listOf(spec.tls).flatMap((tls) => (Array.isArray(tls.hosts) ? tls.hosts : [])));
  const hosts = listOf(spec.rules).flatMap((rule) => (typeof rule.host === 'string' ? [rule.host] : []));
  const names = hosts.length > 0 ? hosts : addresses(status);
  return { externalUrls: names.map((host) => `${secure.has(host) ? 'https' : 'http'}://${host}`) };
}

function addresses(status: JsonObject): string[] {
  return listOf(asObject(status.loadBalancer).ingress).flatMap((each) => {
    const address = each.hostname ?? each.ip;
    return typeof address === 'string' ? [address] : [];
  });
}

function stateFrom(value: JsonValue | undefined): Partial<LiveFacts> {
  return typeof value === 'string' && value ? { state: value } : {};
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function numberOf(value: unknown, absent = 0): number {
  return typeof value === 'number' ? value : absent;
}
