import type { KubernetesObject } from '../../../resource/kubernetes-object';
import { health } from '../../rules/answer';
import type { CheckTable, HealthCheck } from '../../rules/health-check';
import { conditionsOf, readField, textAt } from '../../rules/read-field';

const RESULT_LABEL = 'numaplane.numaproj.io/progressive-result-state';

interface NumaflowKind {
  kind: string;
  /** Phases in which the kind rests by intent. */
  paused: readonly string[];
  hasProgressiveUpgrade: boolean;
  /** The failing condition's own words, or one sentence for all. */
  unhealthy?: string;
}

function numaflow({ kind, paused, hasProgressiveUpgrade, unhealthy }: NumaflowKind): HealthCheck {
  return (object) => {
    const waiting = health('Progressing', `Waiting for ${kind} status`);
    if (object.metadata.generation !== readField(object, 'status.observedGeneration')) return waiting;
    if (!object.status) return waiting;
    const phase = textAt(object, 'status.phase') ?? '';
    if (phase === 'Failed') return health('Degraded', textAt(object, 'status.message'));
    if (hasProgressiveUpgrade && hasFailedUpgrade(object))
      return health('Degraded', 'Failed progressive upgrade');
    const failing = conditionsOf(object).findLast(({ status }) => status === 'False');
    if (failing) return health('Degraded', unhealthy ?? failing.message);
    if (paused.includes(phase)) return health('Healthy', `${kind} is paused`);
    return phase === 'Running' ? health('Healthy', `${kind} is healthy`) : waiting;
  };
}

const hasFailedUpgrade = (object: KubernetesObject): boolean =>
  object.metadata.labels?.[RESULT_LABEL] === 'failed';

const SUBRESOURCES = 'Subresources are unhealthy';

export const NUMAFLOW: CheckTable = {
  'numaflow.numaproj.io/InterStepBufferService': numaflow({
    kind: 'InterStepBufferService',
    paused: [],
    hasProgressiveUpgrade: true,
  }),
  'numaflow.numaproj.io/MonoVertex': numaflow({
    kind: 'MonoVertex',
    paused: ['Paused'],
    hasProgressiveUpgrade: true,
    unhealthy: SUBRESOURCES,
  }),
  'numaflow.numaproj.io/Pipeline': numaflow({
    kind: 'Pipeline',
    paused: ['Paused', 'Pausing'],
    hasProgressiveUpgrade: true,
    unhealthy: SUBRESOURCES,
  }),
  'numaflow.numaproj.io/Vertex': numaflow({
    kind: 'Vertex',
    paused: ['Paused'],
    hasProgressiveUpgrade: false,
  }),
};
