import { isJsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { conditionsOf, readField } from '../../health/rules/read-field';
import { has, is } from '../../health/rules/when';
import type { ActionTable, RunDefinition } from '../action-definition';
import { createChild } from '../edits/create-child';
import { editIf, patch, set, type Edit } from '../edits/edit';
import { formatInstant, formatMinute } from '../edits/format-instant';

const FINAL = ['Complete', 'Failed', 'FailureTarget', 'SuccessCriteriaMet'];
const isSuspended = is('spec.suspend', true);
const hasEnded = (object: KubernetesObject): boolean =>
  conditionsOf(object).some(({ type = '', status }) => FINAL.includes(type) && status === 'True');

/** FailureTarget makes the Job controller delete the pods and fail the Job, as its own deadline would. */
const endByHand: Edit = (object, { now }) => {
  const list = conditionsOf(object);
  const ended = {
    lastTransitionTime: `${formatInstant(now)}Z`,
    message: 'Job was terminated explicitly through Argo CD',
    reason: 'ManuallyTerminated',
    status: 'True',
    type: 'FailureTarget',
  };
  set('status.conditions', [...list, ended])(object, { now, params: {} });
};

const createJob: RunDefinition = (object, { now }) => {
  const metadata = readField(object, 'spec.jobTemplate.metadata');
  const texts = (value: unknown): Record<string, string> =>
    isJsonObject(value) ? (value as Record<string, string>) : {};
  return createChild(object, {
    apiVersion: 'batch/v1',
    kind: 'Job',
    suffix: formatMinute(now, 2),
    labels: texts(readField(metadata, 'labels')),
    annotations: {
      ...texts(readField(metadata, 'annotations')),
      'cronjob.kubernetes.io/instantiate': 'manual',
    },
    spec: readField(object, 'spec.jobTemplate.spec') ?? {},
    isControlled: true,
  });
};

export const JOB_ACTIONS: ActionTable = {
  'batch/CronJob': [
    { name: 'create-job', iconClass: 'fa fa-fw fa-plus', displayName: 'Create Job', run: createJob },
    {
      name: 'resume',
      iconClass: 'fa fa-fw fa-play',
      isOffered: isSuspended,
      run: patch(editIf(isSuspended, set('spec.suspend', false))),
    },
    {
      name: 'suspend',
      iconClass: 'fa fa-fw fa-pause',
      isOffered: (object) => !isSuspended(object),
      run: patch(set('spec.suspend', true)),
    },
  ],
  'batch/Job': [
    {
      name: 'resume',
      iconClass: 'fa fa-fw fa-play',
      isOffered: (object) => !hasEnded(object) && isSuspended(object),
      run: patch(editIf(isSuspended, set('spec.suspend', false))),
    },
    {
      name: 'suspend',
      iconClass: 'fa fa-fw fa-pause',
      isOffered: (object) => !hasEnded(object) && !isSuspended(object),
      run: patch(set('spec.suspend', true)),
    },
    {
      name: 'terminate',
      iconClass: 'fa fa-fw fa-stop',
      isOffered: (object) => !hasEnded(object) && has('status')(object),
      run: patch(editIf((object) => has('status')(object) && !hasEnded(object), endByHand)),
    },
  ],
};
