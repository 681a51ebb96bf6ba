import type { KubernetesObject } from '../../resource/kubernetes-object';
import { itemsAt, numberAt, readField } from '../../health/rules/read-field';
import { areEqual, has, hasItems, is, isSet } from '../../health/rules/when';
import type { ActionTable } from '../action-definition';
import { editIf, patch, remove, set, stamp, type Edit } from '../edits/edit';

const isPromoted = areEqual('status.currentPodHash', 'status.stableRS');
const isAborted = isSet('status.abort');
const isPaused = (object: KubernetesObject): boolean =>
  has('status.pauseConditions')(object)
    ? hasItems('status.pauseConditions')(object)
    : isSet('spec.paused')(object);
const stepsOf = (object: KubernetesObject): number => itemsAt(object, 'spec.strategy.canary.steps').length;

/** Controllers before v0.10 wrote a hash as observedGeneration and know no promoteFull. */
const isOldController = (object: KubernetesObject): boolean => {
  const observed = numberAt(object, 'status.observedGeneration');
  return observed === undefined || observed > (object.metadata.generation ?? 0);
};

const clearPause = editIf(hasItems('status.pauseConditions'), remove('status.pauseConditions'));

const promoteFull: Edit = (object, context) => {
  if (!isOldController(object)) {
    set('status.promoteFull', true)(object, context);
    return;
  }
  remove('status.abort')(object, context);
  if (has('spec.strategy.canary.steps')(object))
    set('status.currentStepIndex', stepsOf(object))(object, context);
};

const isLastStep = (object: KubernetesObject): boolean =>
  !has('spec.strategy.canary.steps')(object) ||
  readField(object, 'status.currentStepIndex') === stepsOf(object);

const skipStep = editIf(
  (object) =>
    has('spec.strategy.canary.steps')(object) &&
    (numberAt(object, 'status.currentStepIndex') ?? 0) < stepsOf(object),
  clearPause,
  (object, context) => {
    set('status.currentStepIndex', (numberAt(object, 'status.currentStepIndex') ?? 0) + 1)(object, context);
  },
);

const END_PHASES = ['Successful', 'Failed', 'Error', 'Inconclusive'];

/** Argo Rollouts. */
export const ROLLOUT_ACTIONS: ActionTable = {
  'argoproj.io/Rollout': [
    { name: 'restart', displayName: 'Restart Pods', run: patch(stamp('spec.restartAt')) },
    {
      name: 'resume',
      isDisabled: (object) => !isPaused(object),
      run: patch(clearPause, editIf(isSet('spec.paused'), set('spec.paused', false))),
    },
    {
      name: 'abort',
      isDisabled: (object) => isPromoted(object) || isAborted(object),
      run: patch(set('status.abort', true)),
    },
    {
      name: 'retry',
      isDisabled: (object) => isPromoted(object) || !isAborted(object),
      run: patch(remove('status.abort')),
    },
    {
      name: 'pause',
      isDisabled: (object) => isPromoted(object) || isAborted(object) || isSet('spec.paused')(object),
      run: patch(set('spec.paused', true)),
    },
    {
      name: 'promote-full',
      isDisabled: (object) =>
        !has('status')(object) ||
        isPromoted(object) ||
        (isOldController(object) && has('spec.strategy.blueGreen')(object)),
      run: patch(editIf(has('status'), promoteFull)),
    },
    { name: 'skip-current-step', isDisabled: isLastStep, run: patch(editIf(has('status'), skipStep)) },
  ],
  'argoproj.io/AnalysisRun': [
    {
      name: 'terminate',
      isDisabled: (object) => isSet('spec.terminate')(object) || is('status.phase', ...END_PHASES)(object),
      run: patch(set('spec.terminate', true)),
    },
  ],
};
