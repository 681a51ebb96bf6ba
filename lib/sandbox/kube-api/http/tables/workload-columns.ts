import type { JsonObject } from '@/lib/domain/resource/json';
import { numberAt, objectAt, objectsAt, textAt, valueAt } from '../../admission/mutable-object';
import { column, type Column } from './column';
import { ageOf, humanDuration } from './human-duration';

const number =
  (...path: string[]) =>
  (object: JsonObject): number =>
    numberAt(object, ...path) ?? 0;
const text =
  (...path: string[]) =>
  (object: JsonObject): string =>
    textAt(object, ...path) ?? '<none>';
export const NAME: Column = column('Name', text('metadata', 'name'));
export const AGE: Column = column('Age', (object, now) =>
  ageOf(valueAt(object, 'metadata', 'creationTimestamp'), now),
);

const template =
  (field: 'name' | 'image', path: string[]) =>
  (object: JsonObject): string =>
    objectsAt(object, ...path, 'spec', 'containers')
      .map((container) => textAt(container, field) ?? '')
      .join(',');
const wideTemplate = (path = ['spec', 'template']): Column[] => [
  column('Containers', template('name', path), { wide: true }),
  column('Images', template('image', path), { wide: true }),
];
const SELECTOR = column('Selector', (object) => formatSelector(objectAt(object, 'spec', 'selector')), {
  wide: true,
});
const ready = (total: string[], have: string[]): Column =>
  column('Ready', (object) => `${numberAt(object, ...have) ?? 0}/${numberAt(object, ...total) ?? 0}`);
const integer = (name: string, ...path: string[]): Column =>
  column(name, number(...path), { type: 'integer' });

export const WORKLOAD_COLUMNS: Record<string, Column[]> = {
  'apps/Deployment': [
    NAME,
    ready(['spec', 'replicas'], ['status', 'readyReplicas']),
    integer('Up-to-date', 'status', 'updatedReplicas'),
    integer('Available', 'status', 'availableReplicas'),
    AGE,
    ...wideTemplate(),
    SELECTOR,
  ],
  'apps/ReplicaSet': [
    NAME,
    integer('Desired', 'spec', 'replicas'),
    integer('Current', 'status', 'replicas'),
    integer('Ready', 'status', 'readyReplicas'),
    AGE,
    ...wideTemplate(),
    SELECTOR,
  ],
  'apps/StatefulSet': [
    NAME,
    ready(['spec', 'replicas'], ['status', 'readyReplicas']),
    AGE,
    ...wideTemplate(),
  ],
  'apps/DaemonSet': [
    NAME,
    integer('Desired', 'status', 'desiredNumberScheduled'),
    integer('Current', 'status', 'currentNumberScheduled'),
    integer('Ready', 'status', 'numberReady'),
    integer('Up-to-date', 'status', 'updatedNumberScheduled'),
    integer('Available', 'status', 'numberAvailable'),
    column('Node Selector', (object) =>
      formatLabels(objectAt(object, 'spec', 'template', 'spec', 'nodeSelector')),
    ),
    AGE,
    ...wideTemplate(),
    SELECTOR,
  ],
  'batch/Job': [
    NAME,
    column('Status', jobStatus),
    column(
      'Completions',
      (job) => `${numberAt(job, 'status', 'succeeded') ?? 0}/${numberAt(job, 'spec', 'completions') ?? 1}`,
    ),
    column('Duration', jobDuration),
    AGE,
    ...wideTemplate(),
    SELECTOR,
  ],
  'batch/CronJob': [
    NAME,
    column('Schedule', text('spec', 'schedule')),
    column('Timezone', text('spec', 'timeZone')),
    column('Suspend', (cron) => (valueAt(cron, 'spec', 'suspend') === true ? 'True' : 'False')),
    column('Active', (cron) => objectsAt(cron, 'status', 'active').length, { type: 'integer' }),
    column('Last Schedule', (cron, now) => {
      const last = textAt(cron, 'status', 'lastScheduleTime');
      return last === undefined ? '<none>' : ageOf(last, now);
    }),
    AGE,
    ...wideTemplate(['spec', 'jobTemplate', 'spec', 'template']),
  ],
  '/Pod': [
    NAME,
    column('Ready', (pod) => {
      const statuses = objectsAt(pod, 'status', 'containerStatuses');
      return `${statuses.filter((each) => each['ready'] === true).length}/${objectsAt(pod, 'spec', 'containers').length}`;
    }),
    column('Status', podStatus),
    column('Restarts', (pod) =>
      String(
        objectsAt(pod, 'status', 'containerStatuses').reduce(
          (sum, each) => sum + (numberAt(each, 'restartCount') ?? 0),
          0,
        ),
      ),
    ),
    AGE,
    column('IP', text('status', 'podIP'), { wide: true }),
    column('Node', text('spec', 'nodeName'), { wide: true }),
    column('Nominated Node', text('status', 'nominatedNodeName'), { wide: true }),
    column('Readiness Gates', () => '<none>', { wide: true }),
  ],
};

function podStatus(pod: JsonObject): string {
  if (valueAt(pod, 'metadata', 'deletionTimestamp') !== undefined) return 'Terminating';
  let status = textAt(pod, 'status', 'reason') ?? textAt(pod, 'status', 'phase') ?? 'Unknown';
  for (const container of objectsAt(pod, 'status', 'containerStatuses')) {
    const reason =
      textAt(container, 'state', 'waiting', 'reason') ?? textAt(container, 'state', 'terminated', 'reason');
    if (reason !== undefined) status = reason;
  }
  return status;
}

function jobStatus(job: JsonObject): string {
  const holds = (type: string): boolean =>
    objectsAt(job, 'status', 'conditions').some((each) => each['type'] === type && each['status'] === 'True');
  if (holds('Complete')) return 'Complete';
  if (holds('Failed')) return 'Failed';
  if (valueAt(job, 'metadata', 'deletionTimestamp') !== undefined) return 'Terminating';
  return holds('Suspended') ? 'Suspended' : 'Running';
}

function jobDuration(job: JsonObject, now: Date): string {
  const start = textAt(job, 'status', 'startTime');
  if (start === undefined) return '';
  const end = textAt(job, 'status', 'completionTime');
  return humanDuration((end === undefined ? now.getTime() : Date.parse(end)) - Date.parse(start));
}

export function formatLabels(labels: JsonObject | undefined): string {
  const entries = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value as string}`);
  return entries.length > 0 ? entries.join(',') : '<none>';
}

function formatSelector(selector: JsonObject | undefined): string {
  return formatLabels(objectAt(selector, 'matchLabels'));
}
