/** Required fields of the built-in types (`Model:field,field`), as the API server's OpenAPI says. */
const REQUIRED = `
    AdmissionregistrationV1ServiceReference:name,namespace ApiextensionsV1ServiceReference:name,namespace
    CoreV1EndpointPort:port CoreV1Event:involvedObject,metadata CoreV1ResourceClaim:name
    EventsV1Event:eventTime EventsV1EventSeries:count,lastObservedTime RbacV1Subject:kind,name
    StorageV1TokenRequest:audience V1APIServiceCondition:status,type
    V1APIServiceSpec:groupPriorityMinimum,versionPriority V1AWSElasticBlockStoreVolumeSource:volumeID
    V1AppArmorProfile:type V1AttachedVolume:devicePath,name V1AuditAnnotation:key,valueExpression
    V1AzureDiskVolumeSource:diskName,diskURI V1AzureFilePersistentVolumeSource:secretName,shareName
    V1AzureFileVolumeSource:secretName,shareName V1CSIDriver:spec V1CSINode:spec V1CSINodeDriver:name,nodeID
    V1CSINodeSpec:drivers V1CSIPersistentVolumeSource:driver,volumeHandle
    V1CSIStorageCapacity:storageClassName V1CSIVolumeSource:driver V1CephFSPersistentVolumeSource:monitors
    V1CephFSVolumeSource:monitors V1CertificateSigningRequest:spec
    V1CertificateSigningRequestCondition:status,type V1CertificateSigningRequestSpec:request,signerName
    V1CinderPersistentVolumeSource:volumeID V1CinderVolumeSource:volumeID V1ClusterRoleBinding:roleRef
    V1ClusterTrustBundleProjection:path V1Condition:lastTransitionTime,message,reason,status,type
    V1ConfigMapKeySelector:key V1ConfigMapNodeConfigSource:kubeletConfigKey,name,namespace V1Container:name
    V1ContainerExtendedResourceRequest:containerName,requestName,resourceName V1ContainerPort:containerPort
    V1ContainerResizePolicy:resourceName,restartPolicy V1ContainerRestartRule:action
    V1ContainerRestartRuleOnExitCodes:operator V1ContainerStateTerminated:exitCode
    V1ContainerStatus:image,imageID,name,ready,restartCount V1ControllerRevision:revision
    V1CronJobSpec:jobTemplate,schedule V1CrossVersionObjectReference:kind,name
    V1CustomResourceColumnDefinition:jsonPath,name,type V1CustomResourceConversion:strategy
    V1CustomResourceDefinition:spec V1CustomResourceDefinitionCondition:status,type
    V1CustomResourceDefinitionNames:kind,plural V1CustomResourceDefinitionSpec:group,names,scope,versions
    V1CustomResourceDefinitionVersion:name,served,storage
    V1CustomResourceSubresourceScale:specReplicasPath,statusReplicasPath V1DaemonEndpoint:Port
    V1DaemonSetCondition:status,type V1DaemonSetSpec:selector,template
    V1DaemonSetStatus:currentNumberScheduled,desiredNumberScheduled,numberMisscheduled,numberReady
    V1DeploymentCondition:status,type V1DeploymentSpec:selector,template V1DownwardAPIVolumeFile:path
    V1Endpoint:addresses V1EndpointAddress:ip V1EndpointSlice:addressType,endpoints V1EnvVar:name
    V1EphemeralContainer:name V1ExpressionWarning:fieldRef,warning V1FieldSelectorRequirement:key,operator
    V1FileKeySelector:key,path,volumeName V1FlexPersistentVolumeSource:driver V1FlexVolumeSource:driver
    V1ForNode:name V1ForZone:name V1GCEPersistentDiskVolumeSource:pdName V1GRPCAction:port
    V1GitRepoVolumeSource:repository V1GlusterfsPersistentVolumeSource:endpoints,path
    V1GlusterfsVolumeSource:endpoints,path V1HTTPGetAction:port V1HTTPHeader:name,value
    V1HTTPIngressPath:backend,pathType V1HTTPIngressRuleValue:paths
    V1HorizontalPodAutoscalerSpec:maxReplicas,scaleTargetRef
    V1HorizontalPodAutoscalerStatus:currentReplicas,desiredReplicas V1HostAlias:ip V1HostIP:ip
    V1HostPathVolumeSource:path V1IPBlock:cidr V1ISCSIPersistentVolumeSource:iqn,lun,targetPortal
    V1ISCSIVolumeSource:iqn,lun,targetPortal V1ImageVolumeStatus:imageRef
    V1IngressClassParametersReference:kind,name V1IngressPortStatus:port,protocol
    V1IngressServiceBackend:name V1JobCondition:status,type V1JobSpec:template V1KeyToPath:key,path
    V1LabelSelectorRequirement:key,operator V1LimitRangeItem:type V1LimitRangeSpec:limits
    V1LinuxContainerUser:gid,uid V1LocalSubjectAccessReview:spec V1LocalVolumeSource:path
    V1MatchCondition:expression,name V1ModifyVolumeStatus:status
    V1MutatingWebhook:admissionReviewVersions,clientConfig,name,sideEffects V1NFSVolumeSource:path,server
    V1NamespaceCondition:status,type V1NodeAddress:address,type
    V1NodeAllocatableResourceClaimStatus:resourceClaimName,resources V1NodeCondition:status,type
    V1NodeSelector:nodeSelectorTerms V1NodeSelectorRequirement:key,operator
    V1NodeSystemInfo:architecture,bootID,containerRuntimeVersion,kernelVersion,kubeProxyVersion,kubeletVersion,machineID,operatingSystem,osImage,systemUUID
    V1NonResourceRule:verbs V1ObjectFieldSelector:fieldPath V1OwnerReference:apiVersion,kind,name,uid
    V1PersistentVolumeClaimCondition:status,type V1PersistentVolumeClaimTemplate:spec
    V1PersistentVolumeClaimVolumeSource:claimName V1PhotonPersistentDiskVolumeSource:pdID
    V1PodAffinityTerm:topologyKey V1PodCertificateProjection:keyType,signerName V1PodCondition:status,type
    V1PodDisruptionBudgetStatus:disruptionsAllowed,currentHealthy,desiredHealthy,expectedPods
    V1PodExtendedResourceClaimStatus:requestMappings,resourceClaimName V1PodFailurePolicy:rules
    V1PodFailurePolicyOnExitCodesRequirement:operator,values V1PodFailurePolicyOnPodConditionsPattern:type
    V1PodFailurePolicyRule:action V1PodIP:ip V1PodOS:name V1PodReadinessGate:conditionType
    V1PodResourceClaim:name V1PodResourceClaimStatus:name V1PodSchedulingGate:name V1PodSpec:containers
    V1PolicyRule:verbs V1PortStatus:port,protocol V1PortworxVolumeSource:volumeID
    V1PreferredSchedulingTerm:preference,weight V1PriorityClass:value V1QuobyteVolumeSource:registry,volume
    V1RBDPersistentVolumeSource:image,monitors V1RBDVolumeSource:image,monitors
    V1ReplicaSetCondition:status,type V1ReplicaSetSpec:selector V1ReplicaSetStatus:replicas
    V1ReplicationControllerCondition:status,type V1ReplicationControllerStatus:replicas
    V1ResourceFieldSelector:resource V1ResourceHealth:resourceID V1ResourceRule:verbs V1ResourceStatus:name
    V1RoleBinding:roleRef V1RoleRef:apiGroup,kind,name V1RuntimeClass:handler
    V1ScaleIOPersistentVolumeSource:gateway,secretRef,system V1ScaleIOVolumeSource:gateway,secretRef,system
    V1ScaleStatus:replicas V1ScopedResourceSelectorRequirement:operator,scopeName V1SeccompProfile:type
    V1SecretKeySelector:key V1SelectableField:jsonPath V1SelfSubjectAccessReview:spec
    V1SelfSubjectRulesReview:spec V1ServiceAccountTokenProjection:path V1ServicePort:port
    V1SleepAction:seconds V1StatefulSetCondition:status,type V1StatefulSetSpec:selector,template
    V1StatefulSetStatus:replicas V1StorageClass:provisioner V1SubjectAccessReview:spec
    V1SubjectAccessReviewStatus:allowed V1SubjectRulesReviewStatus:incomplete,nonResourceRules,resourceRules
    V1SuccessPolicy:rules V1Sysctl:name,value V1TCPSocketAction:port V1Taint:effect,key V1TokenReview:spec
    V1TopologySelectorLabelRequirement:key,values
    V1TopologySpreadConstraint:maxSkew,topologyKey,whenUnsatisfiable V1TypedLocalObjectReference:kind,name
    V1TypedObjectReference:kind,name
    V1ValidatingWebhook:admissionReviewVersions,clientConfig,name,sideEffects V1Validation:expression
    V1ValidationRule:rule V1Variable:expression,name V1Volume:name V1VolumeAttachment:spec
    V1VolumeAttachmentSpec:attacher,nodeName,source V1VolumeAttachmentStatus:attached
    V1VolumeDevice:devicePath,name V1VolumeMount:mountPath,name V1VolumeMountStatus:mountPath,name
    V1VsphereVirtualDiskVolumeSource:volumePath V1WebhookConversion:conversionReviewVersions
    V1WeightedPodAffinityTerm:podAffinityTerm,weight V2ContainerResourceMetricSource:container,name,target
    V2ContainerResourceMetricStatus:container,current,name V2CrossVersionObjectReference:kind,name
    V2ExternalMetricSource:metric,target V2ExternalMetricStatus:current,metric
    V2HPAScalingPolicy:periodSeconds,type,value V2HorizontalPodAutoscalerCondition:status,type
    V2HorizontalPodAutoscalerSpec:maxReplicas,scaleTargetRef V2HorizontalPodAutoscalerStatus:desiredReplicas
    V2MetricIdentifier:name V2MetricSpec:type V2MetricStatus:type V2MetricTarget:type
    V2ObjectMetricSource:describedObject,metric,target V2ObjectMetricStatus:current,describedObject,metric
    V2PodsMetricSource:metric,target V2PodsMetricStatus:current,metric V2ResourceMetricSource:name,target
    V2ResourceMetricStatus:current,name
`;

const byModel = new Map(
  REQUIRED.trim()
    .split(/\s+/)
    .map((entry): [string, string[]] => {
      const [model = '', fields = ''] = entry.split(':');
      return [model, fields.split(',')];
    }),
);

export function requiredFieldsOf(model: string): string[] {
  return byModel.get(model) ?? [];
}
