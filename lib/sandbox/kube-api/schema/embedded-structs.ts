/**
 * Fields whose type is embedded by value in the API server's types: they are there, empty, in a new object, so that nobody
 * owns them as such. OpenAPI shows them by `default: {}`. `metadata`, `spec` and `status` of kinds are so by rule.
 */
const EMBEDDED = new Set(
  `CoreV1Event.involvedObject CoreV1Event.source EventsV1Event.regarding EventsV1Event.deprecatedSource
  V1SelfSubjectReviewStatus.userInfo V1TokenReviewStatus.user V1ClusterRoleBinding.roleRef V1RoleBinding.roleRef V1Container.resources
  V1ContainerStatus.lastState V1ContainerStatus.state V1CronJobSpec.jobTemplate V1CustomResourceDefinitionSpec.names
  V1CustomResourceDefinitionStatus.acceptedNames V1DaemonSetSpec.template V1DaemonSetSpec.updateStrategy
  V1DeploymentSpec.strategy V1DeploymentSpec.template V1Endpoint.conditions V1EphemeralContainer.resources
  V1HTTPIngressPath.backend V1HorizontalPodAutoscalerSpec.scaleTargetRef V1IngressServiceBackend.port
  V1IngressStatus.loadBalancer V1JobSpec.template V1JobTemplateSpec.metadata V1JobTemplateSpec.spec
  V1MutatingWebhook.clientConfig V1NetworkPolicySpec.podSelector V1NodeDaemonEndpoints.kubeletEndpoint
  V1NodeStatus.daemonEndpoints V1NodeStatus.nodeInfo V1PersistentVolumeClaimSpec.resources
  V1PersistentVolumeClaimTemplate.metadata V1PersistentVolumeClaimTemplate.spec V1PodTemplate.template
  V1PodTemplateSpec.metadata V1PodTemplateSpec.spec V1PreferredSchedulingTerm.preference V1ReplicaSetSpec.template
  V1ServiceStatus.loadBalancer V1StatefulSetSpec.template V1StatefulSetSpec.updateStrategy
  V1ValidatingWebhook.clientConfig V1VolumeAttachmentSpec.source V1WeightedPodAffinityTerm.podAffinityTerm
  V2ContainerResourceMetricSource.target V2ContainerResourceMetricStatus.current V2ExternalMetricSource.metric
  V2ExternalMetricSource.target V2ExternalMetricStatus.current V2ExternalMetricStatus.metric
  V2HorizontalPodAutoscalerSpec.scaleTargetRef V2ObjectMetricSource.describedObject V2ObjectMetricSource.metric
  V2ObjectMetricSource.target V2ObjectMetricStatus.current V2ObjectMetricStatus.describedObject
  V2ObjectMetricStatus.metric V2PodsMetricSource.metric V2PodsMetricSource.target V2PodsMetricStatus.current
  V2PodsMetricStatus.metric V2ResourceMetricSource.target V2ResourceMetricStatus.current`.split(/\s+/),
);

export function isEmbeddedStruct(model: string, field: string, isKind: boolean): boolean {
  return EMBEDDED.has(`${model}.${field}`) || (isKind && ['metadata', 'spec', 'status'].includes(field));
}
