import { bucketOf } from '../store/stored-object';
import type { KindDefinition, ScalePaths } from './kind-definition';

export const ALL_VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/**
 * Columns: group/version, kind, plural, scope (N or C), short names, category, and marks: S status, X scale, R a review
 * that is only created. `-` is none. In order of discovery.
 */
const TABLE = `
v1                              ConfigMap                        configmaps                        N cm       -              -
v1                              Endpoints                        endpoints                         N ep       -              -
v1                              Event                            events                            N ev       -              -
v1                              LimitRange                       limitranges                       N limits   -              -
v1                              Namespace                        namespaces                        C ns       -              S
v1                              Node                             nodes                             C no       -              S
v1                              PersistentVolumeClaim            persistentvolumeclaims            N pvc      -              S
v1                              PersistentVolume                 persistentvolumes                 C pv       -              S
v1                              Pod                              pods                              N po       all            S
v1                              PodTemplate                      podtemplates                      N -        -              -
v1                              ReplicationController            replicationcontrollers            N rc       all            SX
v1                              ResourceQuota                    resourcequotas                    N quota    -              S
v1                              Secret                           secrets                           N -        -              -
v1                              ServiceAccount                   serviceaccounts                   N sa       -              -
v1                              Service                          services                          N svc      all            S
apiregistration.k8s.io/v1       APIService                       apiservices                       C -        api-extensions S
apps/v1                         ControllerRevision               controllerrevisions               N -        -              -
apps/v1                         DaemonSet                        daemonsets                        N ds       all            S
apps/v1                         Deployment                       deployments                       N deploy   all            SX
apps/v1                         ReplicaSet                       replicasets                       N rs       all            SX
apps/v1                         StatefulSet                      statefulsets                      N sts      all            SX
events.k8s.io/v1                Event                            events                            N ev       -              -
authentication.k8s.io/v1        SelfSubjectReview                selfsubjectreviews                C -        -              R
authentication.k8s.io/v1        TokenReview                      tokenreviews                      C -        -              R
authorization.k8s.io/v1         LocalSubjectAccessReview         localsubjectaccessreviews         N -        -              R
authorization.k8s.io/v1         SelfSubjectAccessReview          selfsubjectaccessreviews          C -        -              R
authorization.k8s.io/v1         SelfSubjectRulesReview           selfsubjectrulesreviews           C -        -              R
authorization.k8s.io/v1         SubjectAccessReview              subjectaccessreviews              C -        -              R
autoscaling/v2                  HorizontalPodAutoscaler          horizontalpodautoscalers          N hpa      all            S
autoscaling/v1                  HorizontalPodAutoscaler          horizontalpodautoscalers          N hpa      all            S
batch/v1                        CronJob                          cronjobs                          N cj       all            S
batch/v1                        Job                              jobs                              N -        all            S
certificates.k8s.io/v1          CertificateSigningRequest        certificatesigningrequests        C csr      -              S
networking.k8s.io/v1            IngressClass                     ingressclasses                    C -        -              -
networking.k8s.io/v1            Ingress                          ingresses                         N ing      -              S
networking.k8s.io/v1            NetworkPolicy                    networkpolicies                   N netpol   -              -
policy/v1                       PodDisruptionBudget              poddisruptionbudgets              N pdb      -              S
rbac.authorization.k8s.io/v1    ClusterRoleBinding               clusterrolebindings               C -        -              -
rbac.authorization.k8s.io/v1    ClusterRole                      clusterroles                      C -        -              -
rbac.authorization.k8s.io/v1    RoleBinding                      rolebindings                      N -        -              -
rbac.authorization.k8s.io/v1    Role                             roles                             N -        -              -
storage.k8s.io/v1               CSIDriver                        csidrivers                        C -        -              -
storage.k8s.io/v1               CSINode                          csinodes                          C -        -              -
storage.k8s.io/v1               CSIStorageCapacity               csistoragecapacities              N -        -              -
storage.k8s.io/v1               StorageClass                     storageclasses                    C sc       -              -
storage.k8s.io/v1               VolumeAttachment                 volumeattachments                 C -        -              S
admissionregistration.k8s.io/v1 MutatingWebhookConfiguration     mutatingwebhookconfigurations     C -        api-extensions -
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy        validatingadmissionpolicies       C -        api-extensions S
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding validatingadmissionpolicybindings C -        api-extensions -
admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration   validatingwebhookconfigurations   C -        api-extensions -
apiextensions.k8s.io/v1         CustomResourceDefinition         customresourcedefinitions         C crd,crds api-extensions S
scheduling.k8s.io/v1            PriorityClass                    priorityclasses                   C pc       -              -
coordination.k8s.io/v1          Lease                            leases                            N -        -              -
node.k8s.io/v1                  RuntimeClass                     runtimeclasses                    C -        -              -
discovery.k8s.io/v1             EndpointSlice                    endpointslices                    N -        -              -
`;

const SCALE: ScalePaths = {
  specReplicasPath: '.spec.replicas',
  statusReplicasPath: '.status.replicas',
  labelSelectorPath: '.status.selector',
};

const OTHER_SUBRESOURCES: Record<string, KindDefinition['otherSubresources']> = {
  pods: [{ name: 'log', kind: 'Pod', verbs: ['get'] }],
  namespaces: [{ name: 'finalize', kind: 'Namespace', verbs: ['update'] }],
  certificatesigningrequests: [
    { name: 'approval', kind: 'CertificateSigningRequest', verbs: ['get', 'patch', 'update'] },
  ],
};

export const BUILTIN_KINDS: readonly KindDefinition[] = TABLE.trim().split('\n').map(parseRow);

function parseRow(row: string): KindDefinition {
  const [apiVersion = '', kind = '', plural = '', scope, shortNames = '-', category = '-', marks = '-'] =
    row.split(/\s+/);
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const isEvent = kind === 'Event';
  return {
    group: group ?? '',
    version: version ?? '',
    kind,
    plural,
    singular: kind.toLowerCase(),
    namespaced: scope === 'N',
    shortNames: words(shortNames),
    categories: words(category),
    verbs: verbsOf(kind, marks),
    bucket: isEvent ? 'events' : bucketOf(group ?? '', plural),
    storageVersion: isEvent ? 'v1' : kind === 'HorizontalPodAutoscaler' ? 'autoscaling/v2' : apiVersion,
    hasStatus: marks.includes('S'),
    scale: marks.includes('X') ? SCALE : undefined,
    otherSubresources: OTHER_SUBRESOURCES[plural] ?? [],
    custom: undefined,
  };
}

function verbsOf(kind: string, marks: string): string[] {
  if (marks.includes('R')) return ['create'];
  return kind === 'Namespace' ? ALL_VERBS.filter((verb) => verb !== 'deletecollection') : ALL_VERBS;
}

function words(text: string): string[] {
  return text === '-' ? [] : text.split(',');
}
