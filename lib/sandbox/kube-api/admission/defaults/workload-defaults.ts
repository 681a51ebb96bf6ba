import type { JsonObject } from '@/lib/domain/resource/json';
import { ensureObject, fill, numberAt, objectAt, objectsAt, textAt } from '../mutable-object';
import { defaultPodSpec } from './pod-defaults';

/** An old field that lives on as an annotation. */
export const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

export function defaultDeployment(deployment: JsonObject): void {
  const spec = ensureObject(deployment, 'spec');
  fill(spec, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 });
  const strategy = ensureObject(spec, 'strategy');
  fill(strategy, { type: 'RollingUpdate' });
  if (strategy['type'] === 'RollingUpdate')
    fill(ensureObject(strategy, 'rollingUpdate'), { maxUnavailable: '25%', maxSurge: '25%' });
  defaultTemplate(spec);
  ensureObject(deployment, 'status');
}

export function defaultReplicaSet(replicaSet: JsonObject): void {
  const spec = ensureObject(replicaSet, 'spec');
  fill(spec, { replicas: 1 });
  defaultTemplate(spec);
  fill(ensureObject(replicaSet, 'status'), { replicas: 0 });
}

export function defaultStatefulSet(statefulSet: JsonObject): void {
  const spec = ensureObject(statefulSet, 'spec');
  fill(spec, { replicas: 1, revisionHistoryLimit: 10, podManagementPolicy: 'OrderedReady' });
  const strategy = ensureObject(spec, 'updateStrategy');
  fill(strategy, { type: 'RollingUpdate' });
  if (strategy['type'] === 'RollingUpdate') fill(ensureObject(strategy, 'rollingUpdate'), { partition: 0 });
  fill(ensureObject(spec, 'persistentVolumeClaimRetentionPolicy'), {
    whenDeleted: 'Retain',
    whenScaled: 'Retain',
  });
  for (const claim of objectsAt(spec, 'volumeClaimTemplates')) {
    fill(claim, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
    fill(ensureObject(claim, 'spec'), { volumeMode: 'Filesystem' });
    fill(ensureObject(claim, 'status'), { phase: 'Pending' });
  }
  defaultTemplate(spec);
  fill(ensureObject(statefulSet, 'status'), { availableReplicas: 0, replicas: 0 });
}

export function defaultDaemonSet(daemonSet: JsonObject): void {
  fill(ensureObject(ensureObject(daemonSet, 'metadata'), 'annotations'), { [TEMPLATE_GENERATION]: '1' });
  const spec = ensureObject(daemonSet, 'spec');
  fill(spec, { revisionHistoryLimit: 10 });
  const strategy = ensureObject(spec, 'updateStrategy');
  fill(strategy, { type: 'RollingUpdate' });
  if (strategy['type'] === 'RollingUpdate')
    fill(ensureObject(strategy, 'rollingUpdate'), { maxUnavailable: 1, maxSurge: 0 });
  defaultTemplate(spec);
  fill(ensureObject(daemonSet, 'status'), {
    currentNumberScheduled: 0,
    desiredNumberScheduled: 0,
    numberMisscheduled: 0,
    numberReady: 0,
  });
}

export function defaultJob(job: JsonObject): void {
  const spec = ensureObject(job, 'spec');
  fill(spec, { manualSelector: false });
  defaultJobSpec(spec);
  takeTemplateLabels(job);
  ensureObject(job, 'status');
}

/** Jobs and ReplicationControllers without labels show those of their templates. */
export function takeTemplateLabels(workload: JsonObject): void {
  const labels = objectAt(workload, 'spec', 'template', 'metadata', 'labels');
  const metadata = ensureObject(workload, 'metadata');
  const own = objectAt(metadata, 'labels');
  if (labels && Object.keys(own ?? {}).length === 0) metadata['labels'] = { ...labels };
}

function defaultJobSpec(spec: JsonObject): void {
  if (numberAt(spec, 'parallelism') === undefined && numberAt(spec, 'completions') === undefined)
    fill(spec, { completions: 1 });
  fill(spec, {
    parallelism: 1,
    completionMode: 'NonIndexed',
    suspend: false,
    podReplacementPolicy: 'TerminatingOrFailed',
  });
  fill(spec, { backoffLimit: numberAt(spec, 'backoffLimitPerIndex') === undefined ? 6 : 2_147_483_647 });
  if (objectAt(spec, 'podFailurePolicy')) spec['podReplacementPolicy'] = 'Failed';
  defaultTemplate(spec);
}

export function defaultCronJob(cronJob: JsonObject): void {
  const spec = ensureObject(cronJob, 'spec');
  fill(spec, {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  });
  ensureObject(ensureObject(spec, 'jobTemplate'), 'metadata');
  const jobSpec = ensureObject(ensureObject(spec, 'jobTemplate'), 'spec');
  defaultTemplate(jobSpec);
  ensureObject(cronJob, 'status');
}

export function defaultReplicationController(controller: JsonObject): void {
  const spec = ensureObject(controller, 'spec');
  fill(spec, { replicas: 1 });
  const labels = objectAt(spec, 'template', 'metadata', 'labels');
  if (labels) fill(spec, { selector: labels });
  takeTemplateLabels(controller);
  defaultTemplate(spec);
  fill(ensureObject(controller, 'status'), { replicas: 0 });
}

function defaultTemplate(spec: JsonObject): void {
  const template = ensureObject(spec, 'template');
  ensureObject(template, 'metadata');
  const podSpec = objectAt(template, 'spec');
  if (podSpec) defaultPodSpec(podSpec);
}

export function defaultPodTemplate(template: JsonObject): void {
  const podSpec = objectAt(template, 'template', 'spec');
  if (podSpec) defaultPodSpec(podSpec);
}

/** A volume claim's class is left to the storage admission; what is always there is filled in. */
export function defaultPersistentVolumeClaim(claim: JsonObject): void {
  fill(ensureObject(claim, 'spec'), { volumeMode: 'Filesystem' });
  fill(ensureObject(claim, 'status'), { phase: 'Pending' });
}

export function defaultPersistentVolume(volume: JsonObject): void {
  fill(ensureObject(volume, 'spec'), { volumeMode: 'Filesystem', persistentVolumeReclaimPolicy: 'Retain' });
  const hostPath = objectAt(volume, 'spec', 'hostPath');
  if (hostPath) fill(hostPath, { type: '' });
  fill(ensureObject(volume, 'status'), { phase: 'Pending' });
}

export function defaultAutoscaler(autoscaler: JsonObject): void {
  const spec = ensureObject(autoscaler, 'spec');
  fill(spec, {
    minReplicas: 1,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
      },
    ],
  });
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    if (!objectAt(spec, 'behavior')) break;
    const rules = ensureObject(ensureObject(spec, 'behavior'), direction);
    const isUp = direction === 'scaleUp';
    fill(rules, {
      selectPolicy: 'Max',
      policies: isUp
        ? [
            { type: 'Pods', value: 4, periodSeconds: 15 },
            { type: 'Percent', value: 100, periodSeconds: 15 },
          ]
        : [{ type: 'Percent', value: 100, periodSeconds: 15 }],
      ...(isUp ? { stabilizationWindowSeconds: 0 } : {}),
    });
  }
  fill(ensureObject(autoscaler, 'status'), { currentMetrics: null, desiredReplicas: 0 });
}

export function defaultBudget(budget: JsonObject): void {
  fill(ensureObject(budget, 'status'), {
    currentHealthy: 0,
    desiredHealthy: 0,
    disruptionsAllowed: 0,
    expectedPods: 0,
  });
  if (textAt(budget, 'spec', 'unhealthyPodEvictionPolicy') === '')
    Reflect.deleteProperty(ensureObject(budget, 'spec'), 'unhealthyPodEvictionPolicy');
}
