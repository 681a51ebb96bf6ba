import type { KubernetesObject } from '../../../resource/kubernetes-object';
import { HEALTH_STATUSES, type ResourceHealth } from '../../health-status';
import { health } from '../../rules/answer';
import { conditionsOf, itemsAt, numberAt, readField, textAt } from '../../rules/read-field';

const progressing = (text: string): ResourceHealth => health('Progressing', text);

/** Argo Rollouts: the controller's own phase where it writes one (v0.9 and later), else the state that older ones leave. */
export function assessRollout(object: KubernetesObject): ResourceHealth {
  if (!isGenerationObserved(object) || !isWorkloadObserved(object))
    return progressing('Waiting for rollout spec update to be observed');
  const phase = textAt(object, 'status.phase');
  if (phase !== undefined) return ofPhase(phase, textAt(object, 'status.message'));
  return (
    findFailure(object) ??
    findPause(object) ??
    findMissingReplicas(object) ??
    findPendingCutover(object) ??
    health('Healthy', '')
  );
}

function ofPhase(phase: string, text: string | undefined): ResourceHealth {
  const word = phase === 'Paused' ? 'Suspended' : phase;
  const status = HEALTH_STATUSES.find((each) => each === word);
  return status ? health(status, text) : health('Unknown', `unknown rollout phase ${phase}`);
}

/** `observedGeneration` is text; older controllers wrote a hash, which reads as observed. */
function isGenerationObserved(object: KubernetesObject): boolean {
  if (!object.status) return false;
  const observed = numberAt(object, 'status.observedGeneration');
  const current = object.metadata.generation ?? 0;
  return observed === undefined || observed >= current;
}

function isWorkloadObserved(object: KubernetesObject): boolean {
  const annotations = object.metadata.annotations;
  if (!readField(object, 'spec.workloadRef') || !annotations) return true;
  const wanted = numberAt(annotations, ['rollout.argoproj.io/workload-generation']);
  return wanted === numberAt(object, 'status.workloadObservedGeneration');
}

function findFailure(object: KubernetesObject): ResourceHealth | undefined {
  const failed = conditionsOf(object).find(
    ({ type, reason = '' }) =>
      type === 'InvalidSpec' ||
      (type === 'Progressing' && ['RolloutAborted', 'ProgressDeadlineExceeded'].includes(reason)),
  );
  return failed && health('Degraded', failed.message);
}

function findPause(object: KubernetesObject): ResourceHealth | undefined {
  const isPaused =
    itemsAt(object, 'status.pauseConditions').length > 0 || readField(object, 'spec.paused') === true;
  return isPaused ? health('Suspended', 'Rollout is paused') : undefined;
}

function findMissingReplicas(object: KubernetesObject): ResourceHealth | undefined {
  if (textAt(object, 'status.currentPodHash') === undefined)
    return progressing('Waiting for rollout to finish: status has not been reconciled.');
  const updated = numberAt(object, 'status.updatedReplicas') ?? 0;
  if (updated < (numberAt(object, 'spec.replicas') ?? 1))
    return progressing('Waiting for roll out to finish: More replicas need to be updated');
  if ((numberAt(object, 'status.availableReplicas') ?? 0) < updated)
    return progressing('Waiting for roll out to finish: updated replicas are still becoming available');
  return undefined;
}

function findPendingCutover(object: KubernetesObject): ResourceHealth | undefined {
  const current = textAt(object, 'status.currentPodHash');
  const stable = textAt(object, 'status.stableRS') ?? textAt(object, 'status.canary.stableRS') ?? '';
  if (readField(object, 'spec.strategy.blueGreen') !== undefined) {
    if (textAt(object, 'status.blueGreen.activeSelector') !== current)
      return progressing('active service cutover pending');
    return stable !== '' && stable !== current ? progressing('waiting for analysis to complete') : undefined;
  }
  if (readField(object, 'spec.strategy.canary') === undefined) return undefined;
  const updated = numberAt(object, 'status.updatedReplicas') ?? 0;
  if ((numberAt(object, 'status.replicas') ?? 0) > updated)
    return progressing('Waiting for roll out to finish: old replicas are pending termination');
  return stable !== current ? progressing('Waiting for rollout to finish steps') : undefined;
}
