import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { itself, splitKey, type Controller, type ControllerContext } from '../runtime/controller';
import { recordEvent } from '../runtime/record-event';
import { objectOf, objectsOf, textOf } from '../runtime/write-status';
import { podBehaviour, type PodBehaviour, type PodOutcome } from './pod-behaviour';
import { podStatus, type PodStatusChange } from './pod-status';

const POD = { apiVersion: 'v1', kind: 'Pod' };
export const NODE_NAME = 'node-1';
/** As the test cluster's fake node: a Pod that ends does so a moment after it runs. */
const RUN_MS = 300;

/** API timestamps have whole seconds: short waits are counted from when a state was first seen, in milliseconds. */
type FirstSeen = Map<string, number>;

/** Scheduler and kubelet in one: binds Pods to the node, runs them as their annotations say, and lets deleted ones go. */
export function createPodController(): Controller {
  const firstSeen: FirstSeen = new Map();
  return {
    name: 'kubelet',
    watches: [{ kind: POD, keysOf: itself }],
    reconcile: (key, context) => reconcilePod(key, context, firstSeen),
  };
}

function reconcilePod(key: string, context: ControllerContext, firstSeen: FirstSeen): void {
  const { client } = context;
  const pod = client.get({ ...POD, ...splitKey(key) });
  if (!pod) return;
  if (pod.metadata.deletionTimestamp) {
    if (!pod.metadata.finalizers?.length)
      client.delete({ ...POD, ...splitKey(key) }, { gracePeriodSeconds: 0 });
    return;
  }
  const isBound = textOf(objectOf(pod.spec).nodeName) !== '';
  if (!isBound) bind(pod, context);
  else advance(pod, podBehaviour(pod), key, { ...context, firstSeen });
}

type PodContext = ControllerContext & { firstSeen: FirstSeen };

function bind(pod: KubernetesObject, context: ControllerContext): void {
  const bound = structuredClone(pod);
  bound.spec = { ...objectOf(bound.spec), nodeName: NODE_NAME };
  context.client.update(bound, { fieldManager: 'kube-scheduler' });
  const { namespace = '', name = '' } = pod.metadata;
  recordEvent(context, pod, {
    type: 'Normal',
    reason: 'Scheduled',
    message: `Successfully assigned ${namespace}/${name} to ${NODE_NAME}`,
    component: 'default-scheduler',
  });
}

function advance(pod: KubernetesObject, behaviour: PodBehaviour, key: string, context: PodContext): void {
  const phase = textOf(objectOf(pod.status).phase, 'Pending');
  const hasStarted = objectsOf(objectOf(pod.status).containerStatuses).length > 0;
  if (phase === 'Pending' && !hasStarted) start(pod, behaviour, key, context);
  else if (phase === 'Running') finish(pod, behaviour, key, context);
}

function start(
  pod: KubernetesObject,
  { outcome, delayMs, startMs }: PodBehaviour,
  key: string,
  context: PodContext,
): void {
  if (outcome === 'never') return;
  if (!isDue(pod.metadata.creationTimestamp, delayMs + startMs, key, context)) return;
  const { change, event, lines } = startedAs(outcome, pod, context.timers.timestamp());
  write(pod, change, context);
  recordEvent(context, pod, { ...event, component: 'kubelet' });
  log(pod, lines, context);
}

interface Started {
  change: PodStatusChange;
  event: { type: 'Normal' | 'Warning'; reason: string; message: string };
  lines: string[];
}

function startedAs(outcome: PodOutcome, pod: KubernetesObject, now: string): Started {
  const image = textOf(objectsOf(objectOf(pod.spec).containers)[0]?.image);
  const waiting = (reason: string, message: string) => ({ waiting: { reason, message } });
  if (outcome === 'image-pull') {
    const state = waiting('ImagePullBackOff', `Back-off pulling image "${image}"`);
    const event = {
      type: 'Warning' as const,
      reason: 'Failed',
      message: `Failed to pull image "${image}": not found`,
    };
    return { change: { phase: 'Pending', isReady: false, state }, event, lines: [] };
  }
  if (outcome === 'crash') {
    const state = waiting('CrashLoopBackOff', 'back-off 10s restarting failed container');
    const event = {
      type: 'Warning' as const,
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
    };
    const lines = [
      'starting',
      'panic: cannot reach the database at db:5432: connection refused',
      'exit status 1',
    ];
    return { change: { phase: 'Running', isReady: false, restartCount: 3, state }, event, lines };
  }
  const event = { type: 'Normal' as const, reason: 'Started', message: 'Container started' };
  const lines = [`starting ${image}`, 'listening on :8080', 'ready'];
  return {
    change: { phase: 'Running', isReady: true, state: { running: { startedAt: now } } },
    event,
    lines,
  };
}

function finish(
  pod: KubernetesObject,
  { outcome, delayMs }: PodBehaviour,
  key: string,
  context: PodContext,
): void {
  if (outcome !== 'succeed' && outcome !== 'fail') return;
  const startedAt = textOf(objectOf(pod.status).startTime) || pod.metadata.creationTimestamp || '';
  if (!isDue(startedAt, RUN_MS + delayMs, key, context)) return;
  const finishedAt = context.timers.timestamp();
  const isGood = outcome === 'succeed';
  write(
    pod,
    {
      phase: isGood ? 'Succeeded' : 'Failed',
      isReady: false,
      notReadyReason: isGood ? 'PodCompleted' : 'PodFailed',
      state: {
        terminated: {
          exitCode: isGood ? 0 : 1,
          reason: isGood ? 'Completed' : 'Error',
          startedAt,
          finishedAt,
        },
      },
    },
    context,
  );
  log(pod, isGood ? ['done'] : ['error: the task failed', 'exit status 1'], context);
}

function isDue(
  since: string | null | undefined,
  waitMs: number,
  key: string,
  { timers, requeueAfter, firstSeen }: PodContext,
): boolean {
  if (waitMs <= 0) return true;
  const id = `${key}@${since ?? ''}@${waitMs}`;
  const seen = firstSeen.get(id);
  if (seen === undefined) {
    firstSeen.set(id, timers.now().getTime());
    requeueAfter(key, waitMs);
    return false;
  }
  if (timers.sinceMs(new Date(seen).toISOString()) < waitMs - 5) return false;
  firstSeen.delete(id);
  return true;
}

function write(pod: KubernetesObject, change: PodStatusChange, { client, timers }: ControllerContext): void {
  client.updateStatus(
    { ...structuredClone(pod), status: podStatus(pod, change, timers.timestamp()) },
    { fieldManager: 'kubelet' },
  );
}

function log(pod: KubernetesObject, lines: string[], { client, timers }: ControllerContext): void {
  const { namespace = '', name = '' } = pod.metadata;
  for (const container of objectsOf(objectOf(pod.spec).containers)) {
    client.appendLog({ namespace, name, container: textOf(container.name) }, lines, timers.now());
  }
}
