import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import type { KindDefinition } from '../../registry/kind-definition';
import { ensureObject, fill, objectAt, objectsAt, type MutableObject } from '../mutable-object';
import {
  defaultBinding,
  defaultEndpoints,
  defaultEndpointSlice,
  defaultIngress,
  defaultIngressClass,
  defaultNetworkPolicy,
  defaultPriorityClass,
  defaultService,
  defaultStorageClass,
  defaultWebhookConfiguration,
} from './network-defaults';
import { defaultPod } from './pod-defaults';
import {
  defaultAdmissionPolicy,
  defaultAdmissionPolicyBinding,
  defaultCsiDriver,
  defaultLimitRange,
  defaultRole,
} from './policy-defaults';
import {
  defaultAutoscaler,
  defaultBudget,
  defaultCronJob,
  defaultDaemonSet,
  defaultDeployment,
  defaultJob,
  defaultPersistentVolume,
  defaultPersistentVolumeClaim,
  defaultPodTemplate,
  defaultReplicaSet,
  defaultReplicationController,
  defaultStatefulSet,
} from './workload-defaults';

const DEFAULTS: Record<string, (object: MutableObject) => void> = {
  '/Pod': defaultPod,
  '/PodTemplate': defaultPodTemplate,
  '/ReplicationController': defaultReplicationController,
  '/Service': defaultService,
  '/Secret': defaultSecret,
  '/Namespace': defaultNamespace,
  '/Endpoints': defaultEndpoints,
  '/LimitRange': defaultLimitRange,
  'rbac.authorization.k8s.io/Role': defaultRole,
  'rbac.authorization.k8s.io/ClusterRole': defaultRole,
  'storage.k8s.io/CSIDriver': defaultCsiDriver,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': defaultAdmissionPolicy,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': defaultAdmissionPolicyBinding,
  '/Node': (node) => void ensureObject(node, 'status'),
  '/ResourceQuota': (quota) => void ensureObject(quota, 'status'),
  '/PersistentVolumeClaim': defaultPersistentVolumeClaim,
  '/PersistentVolume': defaultPersistentVolume,
  'apps/Deployment': defaultDeployment,
  'apps/ReplicaSet': defaultReplicaSet,
  'apps/StatefulSet': defaultStatefulSet,
  'apps/DaemonSet': defaultDaemonSet,
  'batch/CronJob': defaultCronJob,
  'batch/Job': defaultJob,
  'autoscaling/HorizontalPodAutoscaler': defaultAutoscaler,
  'policy/PodDisruptionBudget': defaultBudget,
  'networking.k8s.io/Ingress': defaultIngress,
  'networking.k8s.io/IngressClass': defaultIngressClass,
  'networking.k8s.io/NetworkPolicy': defaultNetworkPolicy,
  'discovery.k8s.io/EndpointSlice': defaultEndpointSlice,
  'rbac.authorization.k8s.io/RoleBinding': defaultBinding,
  'rbac.authorization.k8s.io/ClusterRoleBinding': defaultBinding,
  'storage.k8s.io/StorageClass': defaultStorageClass,
  'scheduling.k8s.io/PriorityClass': defaultPriorityClass,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': defaultWebhookConfiguration,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': defaultWebhookConfiguration,
  'apiextensions.k8s.io/CustomResourceDefinition': defaultDefinition,
  'apiregistration.k8s.io/APIService': (service) => void ensureObject(service, 'status'),
  'certificates.k8s.io/CertificateSigningRequest': (request) => void ensureObject(request, 'status'),
};

/** Fills in what the API server's defaulting fills in, in the storage version; custom resources have theirs in the schema. */
export function defaultObject(kind: KindDefinition, object: MutableObject): void {
  DEFAULTS[`${kind.group}/${kind.kind}`]?.(object);
}

/** `stringData` is for writing only. */
function defaultSecret(secret: JsonObject): void {
  fill(secret, { type: 'Opaque' });
  const plain = objectAt(secret, 'stringData');
  if (!plain) return;
  const data = ensureObject(secret, 'data');
  for (const [key, value] of Object.entries(plain)) data[key] = base64Of(value);
  Reflect.deleteProperty(secret, 'stringData');
}

function defaultNamespace(namespace: MutableObject): void {
  fill(ensureObject(namespace, 'spec'), { finalizers: ['kubernetes'] });
  fill(ensureObject(namespace, 'status'), { phase: 'Active' });
  const { name } = namespace.metadata;
  if (name) ensureObject(namespace.metadata, 'labels')['kubernetes.io/metadata.name'] = name;
}

function defaultDefinition(definition: MutableObject): void {
  const spec = ensureObject(definition, 'spec');
  const names = ensureObject(spec, 'names');
  const kind = typeof names['kind'] === 'string' ? names['kind'] : '';
  fill(names, { listKind: `${kind}List`, singular: kind.toLowerCase() });
  fill(spec, { conversion: { strategy: 'None' } });
  for (const version of objectsAt(spec, 'versions'))
    for (const column of objectsAt(version, 'additionalPrinterColumns'))
      if (column['priority'] === 0) Reflect.deleteProperty(column, 'priority');
}

function base64Of(value: JsonValue | undefined): string {
  return Buffer.from(typeof value === 'string' ? value : '').toString('base64');
}
