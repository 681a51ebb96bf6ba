import type { JsonObject } from '@/lib/domain/resource/json';
import { ensureObject, fill, numberAt, objectAt, objectsAt } from '../mutable-object';

/** What does not depend on other Services; addresses are given out by the allocator. */
export function defaultService(service: JsonObject): void {
  const spec = ensureObject(service, 'spec');
  fill(spec, { type: 'ClusterIP', sessionAffinity: 'None' });
  if (spec['sessionAffinity'] === 'ClientIP')
    fill(ensureObject(ensureObject(spec, 'sessionAffinityConfig'), 'clientIP'), { timeoutSeconds: 10_800 });
  const isExternalName = spec['type'] === 'ExternalName';
  if (!isExternalName) fill(spec, { internalTrafficPolicy: 'Cluster' });
  if (spec['type'] === 'NodePort' || spec['type'] === 'LoadBalancer')
    fill(spec, { externalTrafficPolicy: 'Cluster' });
  if (spec['type'] === 'LoadBalancer') fill(spec, { allocateLoadBalancerNodePorts: true });
  for (const port of objectsAt(spec, 'ports')) {
    fill(port, { protocol: 'TCP' });
    if (port['targetPort'] === undefined || port['targetPort'] === 0 || port['targetPort'] === '')
      port['targetPort'] = numberAt(port, 'port') ?? 0;
  }
  ensureObject(ensureObject(service, 'status'), 'loadBalancer');
}

export function defaultIngress(ingress: JsonObject): void {
  ensureObject(ensureObject(ingress, 'status'), 'loadBalancer');
}

export function defaultIngressClass(ingressClass: JsonObject): void {
  const parameters = objectAt(ingressClass, 'spec', 'parameters');
  if (parameters) fill(parameters, { scope: 'Cluster' });
}

export function defaultNetworkPolicy(policy: JsonObject): void {
  const spec = ensureObject(policy, 'spec');
  for (const direction of ['ingress', 'egress'])
    for (const rule of objectsAt(spec, direction))
      for (const port of objectsAt(rule, 'ports')) fill(port, { protocol: 'TCP' });
  fill(spec, {
    policyTypes:
      objectsAt(spec, 'egress').length > 0 || spec['egress'] !== undefined
        ? ['Ingress', 'Egress']
        : ['Ingress'],
  });
  ensureObject(spec, 'podSelector');
}

export function defaultEndpointSlice(slice: JsonObject): void {
  for (const port of objectsAt(slice, 'ports')) fill(port, { name: '', protocol: 'TCP' });
  for (const endpoint of objectsAt(slice, 'endpoints')) ensureObject(endpoint, 'conditions');
}

export function defaultEndpoints(endpoints: JsonObject): void {
  for (const subset of objectsAt(endpoints, 'subsets'))
    for (const port of objectsAt(subset, 'ports')) fill(port, { protocol: 'TCP' });
}

/** Role references and subjects of bindings carry their groups. */
export function defaultBinding(binding: JsonObject): void {
  const role = objectAt(binding, 'roleRef');
  if (role) fill(role, { apiGroup: 'rbac.authorization.k8s.io' });
  for (const subject of objectsAt(binding, 'subjects')) {
    if (subject['kind'] !== 'ServiceAccount') fill(subject, { apiGroup: 'rbac.authorization.k8s.io' });
  }
}

export function defaultStorageClass(storageClass: JsonObject): void {
  fill(storageClass, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' });
}

export function defaultPriorityClass(priorityClass: JsonObject): void {
  fill(priorityClass, { preemptionPolicy: 'PreemptLowerPriority' });
}

export function defaultWebhookConfiguration(configuration: JsonObject): void {
  for (const webhook of objectsAt(configuration, 'webhooks')) {
    fill(webhook, {
      failurePolicy: 'Fail',
      matchPolicy: 'Equivalent',
      namespaceSelector: {},
      objectSelector: {},
      timeoutSeconds: 10,
      ...(configuration['kind'] === 'MutatingWebhookConfiguration' ? { reinvocationPolicy: 'Never' } : {}),
    });
    const service = objectAt(webhook, 'clientConfig', 'service');
    if (service) fill(service, { port: 443 });
    for (const rule of objectsAt(webhook, 'rules')) fill(rule, { scope: '*' });
  }
}
