import type { KubernetesObject } from '../resource/kubernetes-object';
import { splitApiVersion } from '../resource/resource-key';
import type { ActionDefinition, ActionTable } from './action-definition';
import { ARGO_ACTIONS } from './definitions/argo';
import { DATABASE_ACTIONS } from './definitions/databases';
import { FLUX_ACTIONS } from './definitions/flux';
import { JOB_ACTIONS } from './definitions/jobs';
import { KEDA_ACTIONS } from './definitions/keda';
import { NUMAPROJ_ACTIONS } from './definitions/numaproj';
import { OPERATOR_ACTIONS } from './definitions/operators';
import { ROLLOUT_ACTIONS } from './definitions/rollouts';
import { WORKLOAD_ACTIONS } from './definitions/workloads';

const ACTIONS: ActionTable = {
  ...WORKLOAD_ACTIONS,
  ...JOB_ACTIONS,
  ...ROLLOUT_ACTIONS,
  ...ARGO_ACTIONS,
  ...FLUX_ACTIONS,
  ...KEDA_ACTIONS,
  ...DATABASE_ACTIONS,
  ...OPERATOR_ACTIONS,
  ...NUMAPROJ_ACTIONS,
};

/** The built-in actions of the object's kind; empty for a kind without any. */
export function findActionDefinitions(object: KubernetesObject): readonly ActionDefinition[] {
  const { group } = splitApiVersion(object.apiVersion);
  return ACTIONS[`${group}/${object.kind}`] ?? [];
}
