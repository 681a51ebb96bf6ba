import type { KubernetesObject } from '../../resource/kubernetes-object';
import { splitApiVersion } from '../../resource/resource-key';

/**
 * What is known of how the API server treats changes of a compiled kind. `fixed`: paths that an update may not change
 * (the server answers 422). `free`, where given: only these may change. Kinds that are not listed are not trusted:
 * only their metadata is.
 */
interface KindTrust {
  fixed?: readonly string[];
  /** There is no exception to `fixed`: a change is certain to be refused. */
  isStrict?: boolean;
  free?: readonly string[];
}

const CLAIM_FIELDS = ['spec.'];

const TRUST: Readonly<Record<string, KindTrust>> = {
  '/ConfigMap': {},
  '/Secret': { fixed: ['type', 'immutable'] },
  '/ServiceAccount': {},
  '/Namespace': { fixed: ['spec'] },
  '/Endpoints': {},
  '/LimitRange': {},
  '/ResourceQuota': { fixed: ['spec.scopes', 'spec.scopeSelector'] },
  '/PodTemplate': {},
  '/ReplicationController': { fixed: ['spec.selector'] },
  '/Service': {
    fixed: ['spec.clusterIP', 'spec.ipFamil', 'spec.loadBalancerClass', 'spec.healthCheckNodePort'],
  },
  '/Pod': { fixed: ['spec'], free: ['spec.containers.image', 'spec.initContainers.image'] },
  '/PersistentVolumeClaim': { fixed: CLAIM_FIELDS },
  '/PersistentVolume': {
    fixed: ['spec'],
    free: ['spec.persistentVolumeReclaimPolicy', 'spec.capacity', 'spec.mountOptions'],
  },
  'apps/Deployment': { fixed: ['spec.selector'], isStrict: true },
  'apps/DaemonSet': { fixed: ['spec.selector'], isStrict: true },
  'apps/ReplicaSet': { fixed: ['spec.selector'], isStrict: true },
  'apps/StatefulSet': {
    isStrict: true,
    fixed: ['spec'],
    free: [
      'spec.replicas',
      'spec.ordinals',
      'spec.template',
      'spec.updateStrategy',
      'spec.revisionHistoryLimit',
      'spec.persistentVolumeClaimRetentionPolicy',
      'spec.minReadySeconds',
    ],
  },
  'batch/Job': {
    fixed: ['spec'],
    free: [
      'spec.parallelism',
      'spec.suspend',
      'spec.ttlSecondsAfterFinished',
      'spec.activeDeadlineSeconds',
      'spec.backoffLimit',
    ],
  },
  'batch/CronJob': {},
  'autoscaling/HorizontalPodAutoscaler': {},
  'policy/PodDisruptionBudget': {},
  'networking.k8s.io/Ingress': {},
  'networking.k8s.io/IngressClass': { fixed: ['spec.controller'], isStrict: true },
  'networking.k8s.io/NetworkPolicy': {},
  'rbac.authorization.k8s.io/Role': {},
  'rbac.authorization.k8s.io/ClusterRole': {},
  'rbac.authorization.k8s.io/RoleBinding': { fixed: ['roleRef'], isStrict: true },
  'rbac.authorization.k8s.io/ClusterRoleBinding': { fixed: ['roleRef'], isStrict: true },
  'storage.k8s.io/StorageClass': {
    fixed: ['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'],
  },
  'storage.k8s.io/CSIDriver': {
    fixed: ['spec.attachRequired', 'spec.volumeLifecycleModes', 'spec.fsGroupPolicy'],
  },
  'scheduling.k8s.io/PriorityClass': { fixed: ['value', 'preemptionPolicy'], isStrict: true },
  'node.k8s.io/RuntimeClass': { fixed: ['handler'], isStrict: true },
  'coordination.k8s.io/Lease': {},
  'discovery.k8s.io/EndpointSlice': { fixed: ['addressType'], isStrict: true },
  'certificates.k8s.io/CertificateSigningRequest': {},
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': {},
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': {},
  // New expressions have to compile, which only the API server can tell.
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': {
    fixed: ['spec'],
    free: ['spec.validations.message', 'spec.validations.reason', 'spec.failurePolicy'],
  },
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': {},
  'apiregistration.k8s.io/APIService': {},
  'flowcontrol.apiserver.k8s.io/FlowSchema': {},
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': {},
};

export function trustOf(object: KubernetesObject): KindTrust | undefined {
  return TRUST[`${splitApiVersion(object.apiVersion).group}/${object.kind}`];
}

/** Whether a change of this field may be refused because the kind does not allow it. `path` without list items. */
export function isFixed(trust: KindTrust, path: string): boolean {
  const startsWith = (prefix: string) =>
    path === prefix ||
    path.startsWith(`${prefix}.`) ||
    (/[.a-z]$/.test(prefix) && path.startsWith(prefix) && !prefix.endsWith('spec'));
  return (trust.fixed ?? []).some(startsWith) && !(trust.free ?? []).some(startsWith);
}
