import { Cron } from 'croner';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import {
  controllerOf,
  itself,
  keyOf,
  splitKey,
  type Controller,
  type ControllerContext,
} from '../runtime/controller';
import { controllerReference, ownedBy } from '../runtime/owned-objects';
import { recordEvent } from '../runtime/record-event';
import { numberOf, objectOf, objectsOf, textOf, writeStatus } from '../runtime/write-status';

const CRON_JOB = { apiVersion: 'batch/v1', kind: 'CronJob' };
const JOB = { apiVersion: 'batch/v1', kind: 'Job' };
const LONGEST_TIMER_MS = 60_000;

/** Starts a Job at each scheduled time (real time, whatever the cluster's scale), keeps the history short. */
export const cronJobController: Controller = {
  name: 'cronjob-controller',
  watches: [
    { kind: CRON_JOB, keysOf: itself },
    { kind: JOB, keysOf: controllerOf('CronJob') },
  ],
  reconcile(key, context) {
    const { client, timers } = context;
    const cronJob = client.get({ ...CRON_JOB, ...splitKey(key) });
    if (!cronJob || cronJob.metadata.deletionTimestamp) return;
    const spec = objectOf(cronJob.spec);
    const last =
      textOf(objectOf(cronJob.status).lastScheduleTime) ||
      cronJob.metadata.creationTimestamp ||
      timers.timestamp();
    const jobs = ownedBy(client, cronJob, JOB);
    let lastScheduled = textOf(objectOf(cronJob.status).lastScheduleTime);
    const next = spec.suspend === true ? undefined : nextRun(spec, new Date(last));
    if (next && next <= timers.now()) {
      startJob(cronJob, next, jobs, context);
      lastScheduled = next.toISOString().replace(/\.\d+Z$/, 'Z');
    }
    prune(spec, jobs, context);
    writeCronJobStatus(cronJob, lastScheduled, context);
    const following = spec.suspend === true ? undefined : nextRun(spec, timers.now());
    if (following)
      context.requeueAfter(
        key,
        Math.min(LONGEST_TIMER_MS, following.getTime() - timers.now().getTime() + 50),
      );
  },
};

function nextRun(spec: Record<string, unknown>, after: Date): Date | undefined {
  try {
    const timezone = textOf(spec.timeZone, 'UTC');
    return new Cron(textOf(spec.schedule), { timezone, paused: true }).nextRun(after) ?? undefined;
  } catch {
    // The API server refuses bad schedules; an unknown zone simply never runs.
    return undefined;
  }
}

function startJob(
  cronJob: KubernetesObject,
  at: Date,
  jobs: KubernetesObject[],
  context: ControllerContext,
): void {
  const { client } = context;
  const spec = objectOf(cronJob.spec);
  const active = jobs.filter((job) => !endOf(job));
  if (spec.concurrencyPolicy === 'Forbid' && active.length > 0) return;
  if (spec.concurrencyPolicy === 'Replace')
    for (const job of active)
      client.delete({ ...JOB, ...splitKey(keyOf(job)) }, { propagationPolicy: 'Background' });
  const template = objectOf(spec.jobTemplate);
  const name = `${cronJob.metadata.name ?? ''}-${Math.floor(at.getTime() / 60_000)}`;
  const namespace = cronJob.metadata.namespace ?? '';
  if (client.get({ ...JOB, namespace, name })) return;
  const { labels, annotations } = objectOf(template.metadata);
  client.create({
    ...JOB,
    metadata: {
      name,
      namespace,
      labels: objectOf(labels) as Record<string, string>,
      annotations: {
        ...(objectOf(annotations) as Record<string, string>),
        'batch.kubernetes.io/cronjob-scheduled-timestamp': at.toISOString(),
      },
      ownerReferences: [controllerReference(cronJob)],
    },
    spec: structuredClone(objectOf(template.spec)),
  });
  recordEvent(context, cronJob, {
    type: 'Normal',
    reason: 'SuccessfulCreate',
    message: `Created job ${name}`,
    component: 'cronjob-controller',
  });
}

function endOf(job: KubernetesObject): 'Complete' | 'Failed' | undefined {
  const ended = objectsOf(objectOf(job.status).conditions).find(
    (each) => each.status === 'True' && (each.type === 'Complete' || each.type === 'Failed'),
  );
  return ended?.type === 'Complete' ? 'Complete' : ended ? 'Failed' : undefined;
}

function prune(spec: Record<string, unknown>, jobs: KubernetesObject[], { client }: ControllerContext): void {
  const limits = {
    Complete: numberOf(spec.successfulJobsHistoryLimit, 3),
    Failed: numberOf(spec.failedJobsHistoryLimit, 1),
  };
  for (const end of ['Complete', 'Failed'] as const) {
    const ended = jobs.filter((job) => endOf(job) === end);
    for (const job of ended.slice(0, Math.max(0, ended.length - limits[end]))) {
      client.delete({ ...JOB, ...splitKey(keyOf(job)) }, { propagationPolicy: 'Background' });
    }
  }
}

function writeCronJobStatus(
  cronJob: KubernetesObject,
  lastScheduled: string,
  { client }: ControllerContext,
): void {
  const jobs = ownedBy(client, cronJob, JOB);
  const active = jobs
    .filter((job) => !endOf(job))
    .map((job) => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      namespace: job.metadata.namespace ?? '',
      name: job.metadata.name ?? '',
      uid: job.metadata.uid ?? '',
    }));
  const completed = jobs
    .filter((job) => endOf(job) === 'Complete')
    .map((job) => textOf(objectOf(job.status).completionTime))
    .sort()
    .at(-1);
  writeStatus(client, cronJob, {
    ...(active.length > 0 ? { active } : {}),
    ...(lastScheduled ? { lastScheduleTime: lastScheduled } : {}),
    ...(completed ? { lastSuccessfulTime: completed } : {}),
  });
}
