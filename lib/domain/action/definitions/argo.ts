import type { KubernetesObject } from '../../resource/kubernetes-object';
import { isJsonObject } from '../../resource/json';
import { itemsAt, readField } from '../../health/rules/read-field';
import { has, is, not } from '../../health/rules/when';
import type { ActionDefinition, ActionTable, RunDefinition } from '../action-definition';
import { createChild } from '../edits/create-child';
import { patch, set } from '../edits/edit';
import { formatInstant, formatMinute } from '../edits/format-instant';

const INSTANCE_ID = 'workflows.argoproj.io/controller-instanceid';

const texts = (value: unknown): Record<string, string> =>
  isJsonObject(value) ? (value as Record<string, string>) : {};

const workflow = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Workflow' };

const runCron: RunDefinition = (object, { now }) => {
  const metadata = readField(object, 'spec.workflowMetadata');
  const instance = object.metadata.labels?.[INSTANCE_ID];
  return createChild(object, {
    ...workflow,
    suffix: formatMinute(now, 4),
    labels: {
      ...texts(readField(metadata, 'labels')),
      'workflows.argoproj.io/cron-workflow': object.metadata.name ?? '',
      ...(instance === undefined ? {} : { [INSTANCE_ID]: instance }),
    },
    annotations: {
      ...texts(readField(metadata, 'annotations')),
      'workflows.argoproj.io/scheduled-time': `${formatInstant(now)}Z`,
    },
    finalizers: itemsAt(metadata, 'finalizers').map(String),
    spec: readField(object, 'spec.workflowSpec') ?? {},
  });
};

const runTemplate: RunDefinition = (object, { now }) => {
  const name = object.metadata.name ?? '';
  return createChild(object, {
    ...workflow,
    suffix: formatMinute(now, 4),
    labels: { 'workflows.argoproj.io/workflow-template': name },
    spec: { workflowTemplateRef: { name } },
  });
};

const createWorkflow = (run: RunDefinition): ActionDefinition => ({
  name: 'create-workflow',
  iconClass: 'fa fa-fw fa-plus',
  displayName: 'Create Workflow',
  run,
});

const isAutomated = (object: KubernetesObject): boolean =>
  has('spec.syncPolicy.automated')(object) && !is('spec.syncPolicy.automated.enabled', false)(object);

/** Argo Workflows, Applications and GitOps Promoter. */
export const ARGO_ACTIONS: ActionTable = {
  'argoproj.io/CronWorkflow': [createWorkflow(runCron)],
  'argoproj.io/WorkflowTemplate': [createWorkflow(runTemplate)],
  'argoproj.io/Application': [
    {
      name: 'toggle-auto-sync',
      displayName: (object) => (isAutomated(object) ? 'Disable Auto-Sync' : 'Enable Auto-Sync'),
      run: (object, context) =>
        patch(set('spec.syncPolicy.automated.enabled', !isAutomated(object)))(object, context),
    },
  ],
  'promoter.argoproj.io/PullRequest': [
    {
      name: 'merge',
      iconClass: 'fa fa-fw fa-code-merge',
      displayName: 'Merge PR',
      isDisabled: not(is('spec.state', 'open')),
      run: patch(set('spec.state', 'merged')),
    },
  ],
};
