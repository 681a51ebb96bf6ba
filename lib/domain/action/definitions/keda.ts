import { textAt } from '../../health/rules/read-field';
import { any, has, is, not } from '../../health/rules/when';
import type { ActionDefinition, ActionTable } from '../action-definition';
import { annotation, patch, remove, set } from '../edits/edit';
import { readNumber } from '../edits/read-number';

const PAUSED = annotation('autoscaling.keda.sh/paused');
const PAUSED_REPLICAS = annotation('autoscaling.keda.sh/paused-replicas');
const isPaused = is(PAUSED, 'true');
const isHeld = any(isPaused, has(PAUSED_REPLICAS));

const pause = (isDisabled: typeof isPaused): ActionDefinition => ({
  name: 'pause',
  iconClass: 'fa fa-fw fa-pause-circle',
  isDisabled,
  run: patch(set(PAUSED, 'true')),
});
const resume = (isDisabled: typeof isPaused, run: ActionDefinition['run']): ActionDefinition => ({
  name: 'resume',
  iconClass: 'fa fa-fw fa-play-circle',
  isDisabled,
  run,
});

/** KEDA: paused altogether, or held at a number of replicas. */
export const KEDA_ACTIONS: ActionTable = {
  'keda.sh/ScaledJob': [pause(isPaused), resume(not(isPaused), patch(remove(PAUSED)))],
  'keda.sh/ScaledObject': [
    pause(isHeld),
    {
      name: 'paused-replicas',
      iconClass: 'fa fa-fw fa-pause-circle',
      isDisabled: isPaused,
      params: (object) => [{ name: 'replicas', default: textAt(object, PAUSED_REPLICAS) ?? '0' }],
      run: (object, context) => {
        const { replicas: text } = context.params;
        if (text === undefined)
          return { ok: false, reason: 'failed', message: 'replicas parameter is required' };
        const replicas = readNumber(text);
        if (replicas === undefined || replicas < 0)
          return { ok: false, reason: 'failed', message: `invalid number: ${text} (must be >= 0)` };
        return patch(set(PAUSED_REPLICAS, String(replicas)))(object, context);
      },
    },
    resume(not(isHeld), patch(remove(PAUSED), remove(PAUSED_REPLICAS))),
  ],
};
