/**
 * Optional fields that are no pointers in the API server's types: a zero value given to them is not kept. (Optional
 * strings are so by rule; the few that are pointers are listed.)
 */
const ZERO_IS_ABSENT = new Set(
  `PodSpec.hostNetwork PodSpec.hostPID PodSpec.hostIPC Container.stdin Container.stdinOnce Container.tty
  VolumeMount.readOnly PersistentVolumeClaimVolumeSource.readOnly NFSVolumeSource.readOnly
  ISCSIVolumeSource.readOnly CephFSVolumeSource.readOnly GCEPersistentDiskVolumeSource.readOnly
  AWSElasticBlockStoreVolumeSource.readOnly DeploymentSpec.paused DeploymentSpec.minReadySeconds
  ReplicaSetSpec.minReadySeconds DaemonSetSpec.minReadySeconds StatefulSetSpec.minReadySeconds
  ServiceSpec.publishNotReadyAddresses ServicePort.nodePort ServiceSpec.healthCheckNodePort ContainerPort.hostPort
  Probe.initialDelaySeconds Probe.timeoutSeconds Probe.periodSeconds Probe.successThreshold Probe.failureThreshold
  ObjectMeta.generation DeploymentStatus.replicas DeploymentStatus.updatedReplicas DeploymentStatus.readyReplicas
  DeploymentStatus.availableReplicas DeploymentStatus.unavailableReplicas DeploymentStatus.observedGeneration
  ReplicaSetStatus.readyReplicas ReplicaSetStatus.availableReplicas ReplicaSetStatus.fullyLabeledReplicas
  StatefulSetStatus.readyReplicas StatefulSetStatus.currentReplicas StatefulSetStatus.updatedReplicas
  CustomResourceDefinitionSpec.preserveUnknownFields JobStatus.active JobStatus.succeeded JobStatus.failed Event.count`.split(
    /\s+/,
  ),
);

const EMPTY_STRING_COUNTS = new Set(
  `PersistentVolumeClaimSpec.storageClassName PersistentVolumeClaimSpec.volumeAttributesClassName
  PersistentVolumeSpec.volumeAttributesClassName HTTPHeader.value Sysctl.value Taint.effect PolicyRule.apiGroups
  Toleration.value`.split(/\s+/),
);

export function isOmittedZero(typeName: string, field: string, value: unknown, isRequired: boolean): boolean {
  if (value === '') return !isRequired && !EMPTY_STRING_COUNTS.has(`${typeName}.${field}`);
  if (value === 0 || value === false) return ZERO_IS_ABSENT.has(`${typeName}.${field}`);
  return false;
}
