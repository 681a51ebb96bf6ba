import { isEqualJson } from '@/lib/domain/manifest/merge-patch';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { itself, keyOf, splitKey, type Controller, type ControllerContext } from '../runtime/controller';
import { controllerReference, isReady } from '../runtime/owned-objects';
import { stableHash } from '../runtime/stable-hash';
import { objectOf, objectsOf, textOf, writeStatus } from '../runtime/write-status';
import { addressFor } from './load-balancer-address';

const SERVICE = { apiVersion: 'v1', kind: 'Service' };
const POD = { apiVersion: 'v1', kind: 'Pod' };
const SLICE = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' };
const LOAD_BALANCER_MS = 1500;

/** EndpointSlices of the Pods that a Service selects, and an address for a LoadBalancer. */
export const serviceController: Controller = {
  name: 'endpointslice-controller',
  watches: [
    { kind: SERVICE, keysOf: itself },
    {
      kind: POD,
      keysOf: ({ object }, client) =>
        client
          .list(SERVICE, { namespace: object.metadata.namespace ?? '' })
          .filter((service) => selects(service, object))
          .map(keyOf),
    },
  ],
  reconcile(key, context) {
    const service = context.client.get({ ...SERVICE, ...splitKey(key) });
    if (!service || service.metadata.deletionTimestamp) return;
    if (selectorOf(service).length > 0) writeSlice(service, context);
    writeLoadBalancer(service, key, context);
  },
};

const selectorOf = (service: KubernetesObject): [string, unknown][] =>
  Object.entries(objectOf(objectOf(service.spec).selector));

function selects(service: KubernetesObject, pod: KubernetesObject): boolean {
  const selector = selectorOf(service);
  return selector.length > 0 && selector.every(([label, value]) => pod.metadata.labels?.[label] === value);
}

function writeSlice(service: KubernetesObject, { client }: ControllerContext): void {
  const namespace = service.metadata.namespace ?? '';
  const serviceName = service.metadata.name ?? '';
  const name = `${serviceName}-${stableHash(service.metadata.uid ?? '').slice(0, 5)}`;
  const pods = client
    .list(POD, { namespace })
    .filter((pod) => selects(service, pod) && textOf(objectOf(pod.status).podIP));
  const endpoints: JsonObject[] = pods.map((pod) => ({
    addresses: [textOf(objectOf(pod.status).podIP)],
    conditions: {
      ready: isReady(pod),
      serving: isReady(pod),
      terminating: Boolean(pod.metadata.deletionTimestamp),
    },
    nodeName: textOf(objectOf(pod.spec).nodeName),
    targetRef: { kind: 'Pod', namespace, name: pod.metadata.name ?? '', uid: pod.metadata.uid ?? '' },
  }));
  const ports: JsonObject[] = objectsOf(objectOf(service.spec).ports).map((port) => ({
    name: textOf(port.name),
    protocol: textOf(port.protocol, 'TCP'),
    ...(typeof port.targetPort === 'number'
      ? { port: port.targetPort }
      : typeof port.port === 'number'
        ? { port: port.port }
        : {}),
  }));
  const present = client.get({ ...SLICE, namespace, name });
  if (!present) {
    client.create({
      ...SLICE,
      metadata: {
        name,
        namespace,
        labels: {
          'kubernetes.io/service-name': serviceName,
          'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        },
        ownerReferences: [controllerReference(service)],
      },
      addressType: 'IPv4',
      endpoints,
      ports,
    });
  } else if (
    !isEqualJson(present.endpoints as JsonObject[], endpoints) ||
    !isEqualJson(present.ports as JsonObject[], ports)
  ) {
    client.update({ ...structuredClone(present), endpoints, ports });
  }
}

function writeLoadBalancer(service: KubernetesObject, key: string, context: ControllerContext): void {
  const isBalanced = objectOf(service.spec).type === 'LoadBalancer';
  const present = objectsOf(objectOf(objectOf(service.status).loadBalancer).ingress);
  if (!isBalanced) {
    if (present.length > 0) writeStatus(context.client, service, { loadBalancer: {} });
    return;
  }
  if (present.length > 0) return;
  const waited = context.timers.sinceMs(service.metadata.creationTimestamp ?? '');
  if (waited < LOAD_BALANCER_MS) context.requeueAfter(key, LOAD_BALANCER_MS - waited);
  else
    writeStatus(context.client, service, {
      loadBalancer: { ingress: [{ ip: addressFor(service), ipMode: 'VIP' }] },
    });
}
