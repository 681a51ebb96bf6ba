import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { parseDelayMs } from '../runtime/timers';

export const OUTCOMES = ['run', 'succeed', 'fail', 'crash', 'image-pull', 'hang', 'never'] as const;
export type PodOutcome = (typeof OUTCOMES)[number];

export interface PodBehaviour {
  outcome: PodOutcome;
  /** Milliseconds of cluster time before each step. */
  delayMs: number;
  /** Milliseconds before it becomes ready, on top. */
  startMs: number;
}

/** Same three knobs as the test cluster's fake node: two annotations and the label of the recorded traces. */
export function podBehaviour(pod: KubernetesObject): PodBehaviour {
  const annotations = pod.metadata.annotations ?? {};
  const label = pod.metadata.labels?.['oracle/pod'];
  const asked = annotations['sandbox.promontory.dev/outcome'];
  const isJobPod = pod.metadata.ownerReferences?.some((owner) => owner.kind === 'Job') ?? false;
  return {
    outcome: outcomeOf(asked, label, isJobPod),
    delayMs: parseDelayMs(annotations['sandbox.promontory.dev/delay']) ?? 0,
    startMs: label === 'slow' ? 4000 : 0,
  };
}

function outcomeOf(asked: string | undefined, label: string | undefined, isJobPod: boolean): PodOutcome {
  if (label === 'never') return 'never';
  if (asked === 'hang') return 'never';
  if (asked === 'crash' || asked === 'image-pull' || asked === 'fail' || asked === 'succeed') return asked;
  if (label === 'fail' || label === 'succeed') return label;
  if (label === 'hang') return 'hang';
  return isJobPod ? 'succeed' : 'run';
}
