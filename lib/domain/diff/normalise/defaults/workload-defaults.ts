import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { when, type DefaultTable } from './default-rule';

const PERCENT = '25%';
const HISTORY = 10;

function rollingUpdate(defaults: JsonObject) {
  return ({ type, rollingUpdate: present }: JsonObject): JsonValue | undefined => {
    if (type !== undefined && type !== 'RollingUpdate') return undefined;
    return { ...defaults, ...(isJsonObject(present) ? present : {}) };
  };
}

function jobCount({ completions, parallelism }: JsonObject): JsonValue | undefined {
  return completions === undefined && parallelism === undefined ? 1 : undefined;
}

/** A whole sub-object completed field by field, for types whose default depends on the owner. */
function completed(field: string, complete: (present: JsonObject) => JsonObject) {
  return (object: JsonObject): JsonValue => {
    const present = object[field];
    return complete(isJsonObject(present) ? present : {});
  };
}

/** Claim templates are stored as whole claims. */
function claimTemplates({ volumeClaimTemplates: templates }: JsonObject): JsonValue | undefined {
  if (!Array.isArray(templates)) return undefined;
  const whole = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', status: { phase: 'Pending' } };
  return templates.map((item) => (isJsonObject(item) ? { ...whole, ...item } : item));
}

/** Resource lists laid over each other; later ones win. Undefined when all are empty. */
function joined(...lists: (JsonValue | undefined)[]): JsonValue | undefined {
  const result: JsonObject = Object.assign({}, ...lists.filter(isJsonObject)) as JsonObject;
  return Object.keys(result).length > 0 ? result : undefined;
}

/** Kubernetes' defaults of workloads (pkg/apis/{apps,batch,autoscaling}/v1/defaults.go). */
export const WORKLOAD_DEFAULTS: DefaultTable = {
  'apps.v1.DeploymentStrategy': {
    type: 'RollingUpdate',
    rollingUpdate: rollingUpdate({ maxSurge: PERCENT, maxUnavailable: PERCENT }),
  },
  'apps.v1.DeploymentSpec': {
    replicas: 1,
    strategy: completed('strategy', (strategy) =>
      strategy.type === undefined || strategy.type === 'RollingUpdate'
        ? {
            type: 'RollingUpdate',
            rollingUpdate: { maxSurge: PERCENT, maxUnavailable: PERCENT },
            ...strategy,
          }
        : strategy,
    ),
    revisionHistoryLimit: HISTORY,
    progressDeadlineSeconds: 600,
  },
  'apps.v1.StatefulSetSpec': {
    replicas: 1,
    volumeClaimTemplates: claimTemplates,
    podManagementPolicy: 'OrderedReady',
    revisionHistoryLimit: HISTORY,
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    updateStrategy: completed('updateStrategy', (strategy) =>
      strategy.type === undefined || strategy.type === 'RollingUpdate'
        ? { type: 'RollingUpdate', rollingUpdate: { partition: 0 }, ...strategy }
        : strategy,
    ),
  },
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: 'Retain', whenScaled: 'Retain' },
  'apps.v1.DaemonSetSpec': {
    revisionHistoryLimit: HISTORY,
    updateStrategy: completed('updateStrategy', (strategy) =>
      strategy.type === undefined || strategy.type === 'RollingUpdate'
        ? { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 }, ...strategy }
        : strategy,
    ),
  },
  'apps.v1.ReplicaSetSpec': { replicas: 1 },
  'core.v1.ReplicationControllerSpec': { replicas: 1 },
  'batch.v1.JobSpec': {
    completions: jobCount,
    parallelism: 1,
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    suspend: false,
    podReplacementPolicy: ({ podFailurePolicy }) =>
      podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed',
  },
  'batch.v1.CronJobSpec': {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  },
  'autoscaling.v2.HorizontalPodAutoscalerSpec': {
    minReplicas: 1,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
      },
    ],
  },
  'core.v1.LimitRangeItem': {
    default: ({ type, max, default: present }) => (type === 'Container' ? joined(max, present) : undefined),
    defaultRequest: ({ type, min, default: limit, defaultRequest }) =>
      type === 'Container' ? joined(min, limit, defaultRequest) : undefined,
  },
  'autoscaling.v1.HorizontalPodAutoscalerSpec': { minReplicas: 1 },
  'core.v1.PersistentVolumeClaimSpec': { volumeMode: 'Filesystem' },
  'core.v1.PersistentVolumeSpec': { volumeMode: 'Filesystem', persistentVolumeReclaimPolicy: 'Retain' },
  'core.v1.Secret': { type: 'Opaque' },
  'core.v1.ServicePort': { protocol: 'TCP', targetPort: ({ port }) => port },
  'core.v1.ServiceSpec': {
    type: 'ClusterIP',
    sessionAffinity: 'None',
    internalTrafficPolicy: (spec) => (spec.type === 'ExternalName' ? undefined : 'Cluster'),
    externalTrafficPolicy: when('type', ['NodePort', 'LoadBalancer'], 'Cluster'),
    allocateLoadBalancerNodePorts: when('type', 'LoadBalancer', true),
  },
  'core.v1.EndpointPort': { protocol: 'TCP' },
  'discovery.v1.EndpointPort': { name: '', protocol: 'TCP' },
};
