import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { mergeConditions, objectOf, objectsOf, textOf, type Condition } from '../runtime/write-status';

/** One state of all containers of a Pod. */
export type ContainerState =
  | { running: { startedAt: string } }
  | { waiting: { reason: string; message: string } }
  | { terminated: { exitCode: number; reason: string; startedAt: string; finishedAt: string } };

export interface PodStatusChange {
  phase: string;
  isReady: boolean;
  /** Reason of the Ready condition when it is not. */
  notReadyReason?: string;
  state: ContainerState;
  restartCount?: number;
}

/** The whole status of a Pod in a state, transition times kept. */
export function podStatus(pod: KubernetesObject, change: PodStatusChange, now: string): JsonObject {
  const before = objectOf(pod.status);
  const ready = (type: string): Condition => ({
    type,
    status: change.isReady ? 'True' : 'False',
    reason: change.isReady ? '' : (change.notReadyReason ?? 'ContainersNotReady'),
    message: '',
  });
  const conditions = [
    { type: 'PodScheduled', status: 'True', reason: '', message: '' } as const,
    { type: 'Initialized', status: 'True', reason: '', message: '' } as const,
    ready('Ready'),
    ready('ContainersReady'),
  ];
  return {
    phase: change.phase,
    qosClass: 'BestEffort',
    startTime: before.startTime ?? now,
    ...(change.phase === 'Pending'
      ? {}
      : { podIP: textOf(before.podIP) || podAddress(pod), hostIP: '10.10.0.1' }),
    conditions: mergeConditions(before.conditions, conditions, now).map(withoutEmpty),
    containerStatuses: objectsOf(objectOf(pod.spec).containers).map((container) => ({
      name: textOf(container.name),
      image: textOf(container.image),
      imageID: '',
      ready: change.isReady,
      started: change.isReady,
      restartCount: change.restartCount ?? 0,
      state: change.state,
    })),
  };
}

function withoutEmpty(condition: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(condition).filter(([, value]) => value !== ''));
}

/** Stable for a Pod and private to the sandbox: nothing listens there. */
function podAddress(pod: KubernetesObject): string {
  const digits = Number.parseInt((pod.metadata.uid ?? '0').replaceAll('-', '').slice(0, 4), 16) || 1;
  return `10.244.${(digits >> 8) & 255}.${digits & 255 || 1}`;
}
