import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import {
  controllerOf,
  itself,
  keyOf,
  splitKey,
  type Controller,
  type ControllerContext,
} from '../runtime/controller';
import { isReady, ownedBy, podPhase } from '../runtime/owned-objects';
import { recordEvent } from '../runtime/record-event';
import { randomSuffix } from '../runtime/stable-hash';
import {
  mergeConditions,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
  writeStatus,
  type Condition,
} from '../runtime/write-status';
import { podFrom } from './pod-template';

const JOB = { apiVersion: 'batch/v1', kind: 'Job' };
const POD = { apiVersion: 'v1', kind: 'Pod' };
const TRACKING_FINALIZER = 'batch.kubernetes.io/job-tracking';

/** Runs Pods until enough have succeeded or too many have failed. */
export const jobController: Controller = {
  name: 'job-controller',
  watches: [
    { kind: JOB, keysOf: itself },
    { kind: POD, keysOf: controllerOf('Job') },
  ],
  reconcile(key, context) {
    const { client } = context;
    const job = client.get({ ...JOB, ...splitKey(key) });
    if (!job || job.metadata.deletionTimestamp) return;
    if (isFinished(job)) {
      expire(job, key, context);
      return;
    }
    const counts = countPods(job, context);
    const verdict = judge(job, counts);
    if (!verdict) keepRunning(job, counts, context);
    else
      recordEvent(context, job, {
        type: verdict.type === 'Complete' ? 'Normal' : 'Warning',
        reason: verdict.reason,
        message: verdict.message,
        component: 'job-controller',
      });
    writeJobStatus(job, countPods(job, context), verdict, context);
  },
};

interface PodCounts {
  active: KubernetesObject[];
  succeeded: number;
  failed: number;
}

function countPods(job: KubernetesObject, { client }: ControllerContext): PodCounts {
  const pods = ownedBy(client, job, POD);
  const status = objectOf(job.status);
  return {
    active: pods.filter(
      (pod) => !pod.metadata.deletionTimestamp && !['Succeeded', 'Failed'].includes(podPhase(pod)),
    ),
    // A finished Pod that somebody deletes still counts.
    succeeded: Math.max(
      pods.filter((pod) => podPhase(pod) === 'Succeeded').length,
      numberOf(status.succeeded, 0),
    ),
    failed: Math.max(pods.filter((pod) => podPhase(pod) === 'Failed').length, numberOf(status.failed, 0)),
  };
}

function isFinished(job: KubernetesObject): boolean {
  return objectsOf(objectOf(job.status).conditions).some(
    (each) => (each.type === 'Complete' || each.type === 'Failed') && each.status === 'True',
  );
}

function judge(
  job: KubernetesObject,
  { succeeded, failed }: PodCounts,
): (Condition & { type: 'Complete' | 'Failed' }) | undefined {
  const spec = objectOf(job.spec);
  if (succeeded >= numberOf(spec.completions, 1)) {
    return {
      type: 'Complete',
      status: 'True',
      reason: 'CompletionsReached',
      message: 'Reached expected number of succeeded pods',
    };
  }
  if (failed > numberOf(spec.backoffLimit, 6)) {
    return {
      type: 'Failed',
      status: 'True',
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
    };
  }
  return undefined;
}

function keepRunning(
  job: KubernetesObject,
  { active, succeeded, failed }: PodCounts,
  context: ControllerContext,
): void {
  const { client } = context;
  const spec = objectOf(job.spec);
  if (spec.suspend === true) {
    for (const pod of active) client.delete({ ...POD, ...splitKey(keyOf(pod)) });
    return;
  }
  const wanted = Math.min(numberOf(spec.parallelism, 1), numberOf(spec.completions, 1) - succeeded);
  if (active.length >= wanted) return;
  // Back-off after failures, as the real controller: 10 s, doubled each time.
  const waitMs = failed > 0 ? 10_000 * 2 ** (failed - 1) : 0;
  const lastFailure = ownedBy(client, job, POD)
    .filter((pod) => podPhase(pod) === 'Failed')
    .at(-1);
  const waited = lastFailure ? context.timers.sinceMs(lastFailure.metadata.creationTimestamp ?? '') : waitMs;
  if (waited < waitMs) {
    context.requeueAfter(keyOf(job), waitMs - waited);
    return;
  }
  for (let missing = wanted - active.length; missing > 0; missing--) {
    const name = `${job.metadata.name ?? ''}-${randomSuffix()}`;
    client.create(podFrom(job, spec.template, { name }));
    recordEvent(context, job, {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `Created pod: ${name}`,
      component: 'job-controller',
    });
  }
}

function writeJobStatus(
  job: KubernetesObject,
  counts: PodCounts,
  verdict: Condition | undefined,
  { client, timers }: ControllerContext,
): void {
  const before = objectOf(job.status);
  const now = timers.timestamp();
  const isSuspended = objectOf(job.spec).suspend === true;
  const suspended: Condition[] = isSuspended
    ? [{ type: 'Suspended', status: 'True', reason: 'JobSuspended', message: 'Job suspended' }]
    : objectsOf(before.conditions).some((each) => each.type === 'Suspended')
      ? [{ type: 'Suspended', status: 'False', reason: 'JobResumed', message: 'Job resumed' }]
      : [];
  const gate: Condition[] = verdict
    ? [{ ...verdict, type: verdict.type === 'Complete' ? 'SuccessCriteriaMet' : 'FailureTarget' }, verdict]
    : [];
  const active = verdict || isSuspended ? 0 : counts.active.length;
  writeStatus(client, job, {
    ...(active > 0 ? { active, ready: counts.active.filter(isReady).length } : { ready: 0 }),
    ...(counts.succeeded > 0 ? { succeeded: counts.succeeded } : {}),
    ...(counts.failed > 0 ? { failed: counts.failed } : {}),
    terminating: 0,
    uncountedTerminatedPods: {},
    ...(isSuspended ? {} : { startTime: textOf(before.startTime) || now }),
    ...(verdict?.type === 'Complete' ? { completionTime: now } : {}),
    ...(gate.length + suspended.length > 0
      ? { conditions: mergeConditions(before.conditions, [...suspended, ...gate], now) }
      : {}),
  });
}

function expire(
  job: KubernetesObject,
  key: string,
  { client, timers, requeueAfter }: ControllerContext,
): void {
  if (job.metadata.finalizers?.includes(TRACKING_FINALIZER)) return;
  const ttl = objectOf(job.spec).ttlSecondsAfterFinished;
  if (typeof ttl !== 'number') return;
  const ended = objectsOf(objectOf(job.status).conditions).find(
    (each) => each.status === 'True',
  )?.lastTransitionTime;
  const leftMs = ttl * 1000 - timers.sinceMs(textOf(ended));
  if (leftMs > 0) requeueAfter(key, leftMs);
  else client.delete({ ...JOB, ...splitKey(key) }, { propagationPolicy: 'Background' });
}
