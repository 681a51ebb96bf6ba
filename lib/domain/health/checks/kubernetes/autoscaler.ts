import type { KubernetesObject } from '../../../resource/kubernetes-object';
import { isJsonObject } from '../../../resource/json';
import type { ResourceHealth } from '../../health-status';
import { health } from '../../rules/answer';
import { conditionsOf, type Condition } from '../../rules/read-field';

/** autoscaling/v1 carries its conditions as JSON in this annotation. */
const V1_CONDITIONS = 'autoscaling.alpha.kubernetes.io/conditions';

const BROKEN: Readonly<Record<string, readonly string[]>> = {
  AbleToScale: ['FailedGetScale', 'FailedUpdateScale'],
  ScalingActive: [
    'FailedGetResourceMetric',
    'FailedGetObjectMetric',
    'FailedGetPodsMetric',
    'FailedGetExternalMetric',
    'FailedComputeMetricsReplicas',
    'InvalidSelector',
  ],
};
const WORKING = ['AbleToScale', 'ScalingLimited'];

export function assessAutoscaler(object: KubernetesObject): ResourceHealth {
  const conditions =
    object.apiVersion === 'autoscaling/v1' ? annotatedConditions(object) : conditionsOf(object);
  if (typeof conditions === 'string') return health('Unknown', conditions);
  const broken = conditions.find(({ type = '', reason = '' }) => BROKEN[type]?.includes(reason));
  if (broken) return health('Degraded', broken.message);
  const working = conditions.find(({ type = '', status }) => WORKING.includes(type) && status === 'True');
  return working ? health('Healthy', working.message) : health('Progressing', 'Waiting to Autoscale');
}

/** The annotated conditions, or why they cannot be read. */
function annotatedConditions(object: KubernetesObject): Condition[] | string {
  const text = object.metadata.annotations?.[V1_CONDITIONS];
  if (text === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((item): item is Condition => isJsonObject(item)) : [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `failed to convert conditions annotation to typed: ${reason}`;
  }
}
