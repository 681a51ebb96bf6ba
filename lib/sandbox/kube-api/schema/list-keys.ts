/**
 * How lists and maps of the built-in types merge, as the API server's OpenAPI says: `x-kubernetes-list-type`, map keys
 * and the strategic merge patch strategy. Fields are written `Model.field`. Facts of Kubernetes 1.35; the test beside
 * this file compares them with a real server.
 */
const RULES: Record<string, string> = {
  atomic: `
    V1UserInfo.groups V1TokenReviewSpec.audiences V1TokenReviewStatus.audiences V1SubjectAccessReviewSpec.groups
    V1FieldSelectorAttributes.requirements V1LabelSelectorAttributes.requirements
    V1SubjectRulesReviewStatus.nonResourceRules V1SubjectRulesReviewStatus.resourceRules
    V1NonResourceRule.nonResourceURLs V1NonResourceRule.verbs V1ResourceRule.apiGroups
    V1ResourceRule.resourceNames V1ResourceRule.resources V1ResourceRule.verbs
    V1APIServiceSpec.caBundle V1AggregationRule.clusterRoleSelectors V1CSIDriverSpec.tokenRequests
    V1CSINodeDriver.topologyKeys V1Capabilities.add V1Capabilities.drop
    V1CephFSPersistentVolumeSource.monitors V1CephFSVolumeSource.monitors
    V1CertificateSigningRequestSpec.groups V1CertificateSigningRequestSpec.usages V1ClusterRole.rules
    V1ClusterRoleBinding.subjects V1ConfigMapProjection.items V1ConfigMapVolumeSource.items V1Container.args
    V1Container.command V1Container.envFrom V1Container.resizePolicy V1Container.restartPolicyRules
    V1ContainerImage.names V1CronJobStatus.active V1CustomResourceDefinitionNames.categories
    V1CustomResourceDefinitionNames.shortNames V1CustomResourceDefinitionSpec.versions
    V1CustomResourceDefinitionStatus.storedVersions
    V1CustomResourceDefinitionVersion.additionalPrinterColumns
    V1CustomResourceDefinitionVersion.selectableFields V1DeleteOptions.dryRun V1DownwardAPIProjection.items
    V1DownwardAPIVolumeSource.items V1EndpointHints.forNodes V1EndpointHints.forZones
    V1EndpointSlice.endpoints V1EndpointSlice.ports V1EndpointSubset.addresses
    V1EndpointSubset.notReadyAddresses V1EndpointSubset.ports V1Endpoints.subsets V1EphemeralContainer.args
    V1EphemeralContainer.command V1EphemeralContainer.envFrom V1EphemeralContainer.resizePolicy
    V1EphemeralContainer.restartPolicyRules V1ExecAction.command V1FCVolumeSource.targetWWNs
    V1FCVolumeSource.wwids V1HTTPGetAction.httpHeaders V1HTTPIngressRuleValue.paths V1HostAlias.hostnames
    V1IPBlock.except V1ISCSIPersistentVolumeSource.portals V1ISCSIVolumeSource.portals
    V1IngressLoadBalancerIngress.ports V1IngressLoadBalancerStatus.ingress V1IngressSpec.rules
    V1IngressSpec.tls V1IngressTLS.hosts V1JSONSchemaProps.allOf V1JSONSchemaProps.anyOf
    V1JSONSchemaProps.enum V1JSONSchemaProps.oneOf V1JSONSchemaProps.required
    V1JSONSchemaProps.x-kubernetes-list-map-keys V1LabelSelector.matchExpressions
    V1LabelSelectorRequirement.values V1LimitRangeSpec.limits V1LinuxContainerUser.supplementalGroups
    V1LoadBalancerIngress.ports V1LoadBalancerStatus.ingress V1MatchResources.excludeResourceRules
    V1MatchResources.resourceRules V1MutatingWebhook.admissionReviewVersions V1MutatingWebhook.rules
    V1NamedRuleWithOperations.apiGroups V1NamedRuleWithOperations.apiVersions
    V1NamedRuleWithOperations.operations V1NamedRuleWithOperations.resourceNames
    V1NamedRuleWithOperations.resources V1NamespaceSpec.finalizers V1NetworkPolicyEgressRule.ports
    V1NetworkPolicyEgressRule.to V1NetworkPolicyIngressRule.from V1NetworkPolicyIngressRule.ports
    V1NetworkPolicySpec.egress V1NetworkPolicySpec.ingress V1NetworkPolicySpec.policyTypes
    V1NodeAffinity.preferredDuringSchedulingIgnoredDuringExecution V1NodeSelector.nodeSelectorTerms
    V1NodeSelectorRequirement.values V1NodeSelectorTerm.matchExpressions V1NodeSelectorTerm.matchFields
    V1NodeSpec.taints V1NodeStatus.declaredFeatures V1NodeStatus.images V1NodeStatus.runtimeHandlers
    V1NodeStatus.volumesAttached V1NodeStatus.volumesInUse V1ObjectMeta.managedFields
    V1PersistentVolumeClaimSpec.accessModes V1PersistentVolumeClaimStatus.accessModes
    V1PersistentVolumeSpec.accessModes V1PersistentVolumeSpec.mountOptions
    V1PodAffinity.preferredDuringSchedulingIgnoredDuringExecution
    V1PodAffinity.requiredDuringSchedulingIgnoredDuringExecution V1PodAffinityTerm.matchLabelKeys
    V1PodAffinityTerm.mismatchLabelKeys V1PodAffinityTerm.namespaces
    V1PodAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution
    V1PodAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution V1PodDNSConfig.nameservers
    V1PodDNSConfig.options V1PodDNSConfig.searches V1PodExtendedResourceClaimStatus.requestMappings
    V1PodFailurePolicy.rules V1PodFailurePolicyRule.onPodConditions V1PodSecurityContext.supplementalGroups
    V1PodSecurityContext.sysctls V1PodSpec.readinessGates V1PodSpec.tolerations
    V1PodStatus.containerStatuses V1PodStatus.ephemeralContainerStatuses V1PodStatus.initContainerStatuses
    V1PolicyRule.apiGroups V1PolicyRule.nonResourceURLs V1PolicyRule.resourceNames V1PolicyRule.resources
    V1PolicyRule.verbs V1ProjectedVolumeSource.sources V1RBDPersistentVolumeSource.monitors
    V1RBDVolumeSource.monitors V1ResourceQuotaSpec.scopes V1Role.rules V1RoleBinding.subjects
    V1RuleWithOperations.apiGroups V1RuleWithOperations.apiVersions V1RuleWithOperations.operations
    V1RuleWithOperations.resources V1Scheduling.tolerations V1ScopeSelector.matchExpressions
    V1ScopedResourceSelectorRequirement.values V1SecretProjection.items V1SecretVolumeSource.items
    V1ServiceAccount.imagePullSecrets V1ServiceSpec.clusterIPs V1ServiceSpec.externalIPs
    V1ServiceSpec.ipFamilies V1ServiceSpec.loadBalancerSourceRanges V1StatefulSetSpec.volumeClaimTemplates
    V1StorageClass.allowedTopologies V1StorageClass.mountOptions V1SuccessPolicy.rules
    V1TopologySelectorLabelRequirement.values V1TopologySelectorTerm.matchLabelExpressions
    V1TopologySpreadConstraint.matchLabelKeys V1TypeChecking.expressionWarnings
    V1ValidatingAdmissionPolicySpec.auditAnnotations V1ValidatingAdmissionPolicySpec.validations
    V1ValidatingWebhook.admissionReviewVersions V1ValidatingWebhook.rules
    V1WebhookConversion.conversionReviewVersions V2HPAScalingRules.policies
    V2HorizontalPodAutoscalerSpec.metrics V2HorizontalPodAutoscalerStatus.currentMetrics
  `,
  'atomic; patch merge(ip)': `
    V1PodStatus.hostIPs
  `,
  'atomic; patch merge(type)': `
    V1JobStatus.conditions
  `,
  'map atomic': `
    V1PodSpec.nodeSelector V1ReplicationControllerSpec.selector V1Scheduling.nodeSelector
    V1ServiceSpec.selector
  `,
  'map granular': `
    V1PersistentVolumeClaimStatus.allocatedResourceStatuses V1PersistentVolumeSpec.claimRef
  `,
  'map(containerPort,protocol); patch merge(containerPort)': `
    V1Container.ports V1EphemeralContainer.ports
  `,
  'map(devicePath); patch merge(devicePath)': `
    V1Container.volumeDevices V1EphemeralContainer.volumeDevices
  `,
  'map(ip); patch merge(ip)': `
    V1PodSpec.hostAliases V1PodStatus.podIPs
  `,
  'map(mountPath); patch merge(mountPath)': `
    V1Container.volumeMounts V1ContainerStatus.volumeMounts V1EphemeralContainer.volumeMounts
  `,
  'map(name)': `
    V1ResourceRequirements.claims
  `,
  'map(name); patch merge(name)': `
    V1CSINodeSpec.drivers V1Container.env V1ContainerStatus.allocatedResourcesStatus
    V1EphemeralContainer.env V1MutatingWebhook.matchConditions V1MutatingWebhookConfiguration.webhooks
    V1PodSpec.containers V1PodSpec.ephemeralContainers V1PodSpec.imagePullSecrets V1PodSpec.initContainers
    V1PodSpec.schedulingGates V1ServiceAccount.secrets V1ValidatingAdmissionPolicySpec.matchConditions
    V1ValidatingAdmissionPolicySpec.variables V1ValidatingWebhook.matchConditions
    V1ValidatingWebhookConfiguration.webhooks
  `,
  'map(name); patch merge,retainKeys(name)': `
    V1PodSpec.resourceClaims V1PodSpec.volumes V1PodStatus.resourceClaimStatuses
  `,
  'map(port,protocol); patch merge(port)': `
    V1ServiceSpec.ports
  `,
  'map(resourceID)': `
    V1ResourceStatus.resources
  `,
  'map(rule); patch merge(rule)': `
    V1JSONSchemaProps.x-kubernetes-validations
  `,
  'map(topologyKey,whenUnsatisfiable); patch merge(topologyKey)': `
    V1PodSpec.topologySpreadConstraints
  `,
  'map(type)': `
    V1CertificateSigningRequestStatus.conditions V1CustomResourceDefinitionStatus.conditions
    V1ValidatingAdmissionPolicyStatus.conditions
  `,
  'map(type); patch merge(type)': `
    V1APIServiceStatus.conditions V1DaemonSetStatus.conditions V1DeploymentStatus.conditions
    V1NamespaceStatus.conditions V1NodeStatus.addresses V1NodeStatus.conditions
    V1PersistentVolumeClaimStatus.conditions V1PodDisruptionBudgetStatus.conditions V1PodStatus.conditions
    V1ReplicaSetStatus.conditions V1ReplicationControllerStatus.conditions V1ServiceStatus.conditions
    V1StatefulSetStatus.conditions V2HorizontalPodAutoscalerStatus.conditions
  `,
  'map(uid); patch merge(uid)': `
    V1ObjectMeta.ownerReferences
  `,
  'patch replace': `
    V1PodDisruptionBudgetSpec.selector
  `,
  'patch retainKeys': `
    V1DeploymentSpec.strategy
  `,
  set: `
    V1CSIDriverSpec.volumeLifecycleModes V1ContainerRestartRuleOnExitCodes.values V1Endpoint.addresses
    V1PodFailurePolicyOnExitCodesRequirement.values V1UncountedTerminatedPods.failed
    V1UncountedTerminatedPods.succeeded V1ValidatingAdmissionPolicyBindingSpec.validationActions
  `,
  'set; patch merge': `
    V1NodeSpec.podCIDRs V1ObjectMeta.finalizers
  `,
};

/** Types that server-side apply owns as a whole. */
const ATOMIC_TYPES = `
  V1ConfigMapKeySelector V1EndpointAddress CoreV1EndpointPort V1FileKeySelector V1LocalObjectReference V1NodeSelector
  V1NodeSelectorTerm V1ObjectFieldSelector V1ObjectReference V1ResourceFieldSelector V1ScopeSelector
  V1SecretKeySelector V1SecretReference V1TypedLocalObjectReference V1LabelSelector V1OwnerReference V1MatchResources
  V1NamedRuleWithOperations V1ParamKind V1ParamRef V1Variable V1CrossVersionObjectReference DiscoveryV1EndpointPort
  V1ServiceBackendPort V1RoleRef RbacV1Subject V1TopologySelectorTerm
`;

const QUANTITIES = `
  V1ContainerStatus.allocatedResources V1EmptyDirVolumeSource.sizeLimit V1LimitRangeItem.default
  V1LimitRangeItem.defaultRequest V1LimitRangeItem.max V1LimitRangeItem.maxLimitRequestRatio V1LimitRangeItem.min
  V1NodeStatus.allocatable V1NodeStatus.capacity V1PersistentVolumeClaimStatus.allocatedResources
  V1PersistentVolumeClaimStatus.capacity V1PersistentVolumeSpec.capacity V1PodSpec.overhead
  V1PodStatus.allocatedResources V1ResourceFieldSelector.divisor V1ResourceQuotaSpec.hard
  V1ResourceQuotaStatus.hard V1ResourceQuotaStatus.used V1ResourceRequirements.limits
  V1ResourceRequirements.requests V1VolumeResourceRequirements.limits V1VolumeResourceRequirements.requests
  V2HPAScalingRules.tolerance V2MetricTarget.averageValue V2MetricTarget.value V2MetricValueStatus.averageValue
  V2MetricValueStatus.value V1Overhead.podFixed V1CSIStorageCapacity.capacity
  V1CSIStorageCapacity.maximumVolumeSize
`;

const byField = new Map(
  Object.entries(RULES).flatMap(([rule, fields]) =>
    words(fields).map((field): [string, string] => [field, rule]),
  ),
);
const atomicTypes = new Set(words(ATOMIC_TYPES));
const quantities = new Set(words(QUANTITIES));

/** OpenAPI extensions of one field, such as `x-kubernetes-list-type`. */
export function mergeExtensionsOf(model: string, field: string): Record<string, string | string[]> {
  const extensions: Record<string, string | string[]> = {};
  for (const part of (byField.get(`${model}.${field}`) ?? '').split('; ').filter((each) => each !== '')) {
    const [, head = '', keys] = /^([a-zA-Z, ]+)(?:\((.*)\))?$/.exec(part) ?? [];
    if (head.startsWith('patch ')) {
      extensions['x-kubernetes-patch-strategy'] = head.slice('patch '.length);
      if (keys) extensions['x-kubernetes-patch-merge-key'] = keys;
    } else if (head.startsWith('map ')) extensions['x-kubernetes-map-type'] = head.slice('map '.length);
    else {
      extensions['x-kubernetes-list-type'] = head;
      if (keys) extensions['x-kubernetes-list-map-keys'] = keys.split(',');
    }
  }
  return extensions;
}

export function isAtomicType(model: string): boolean {
  return atomicTypes.has(model);
}

export function isQuantity(model: string, field: string): boolean {
  return quantities.has(`${model}.${field}`);
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
