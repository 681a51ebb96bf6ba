import { isSet } from '../../health/rules/when';
import type { ActionDefinition, ActionTable } from '../action-definition';
import { patch, remove, set, stamp } from '../edits/edit';
import { readNumber } from '../edits/read-number';

const RESTARTED_AT = ['spec', 'template', 'metadata', 'annotations', 'kubectl.kubernetes.io/restartedAt'];

const restart: ActionDefinition = {
  name: 'restart',
  iconClass: 'fa fa-fw fa-redo',
  run: patch(stamp(RESTARTED_AT)),
};

const scale: ActionDefinition = {
  name: 'scale',
  iconClass: 'fa fa-fw fa-plus-circle',
  params: () => [{ name: 'replicas' }],
  run: (object, context) => {
    const replicas = readNumber(context.params.replicas);
    if (replicas === undefined)
      return { ok: false, reason: 'failed', message: `invalid number: ${context.params.replicas ?? ''}` };
    return patch(set('spec.replicas', replicas))(object, context);
  },
};

const isPaused = isSet('spec.paused');

export const WORKLOAD_ACTIONS: ActionTable = {
  'apps/DaemonSet': [restart],
  'apps/StatefulSet': [restart, scale],
  'apps/Deployment': [
    restart,
    {
      name: 'pause',
      iconClass: 'fa fa-fw fa-pause-circle',
      isDisabled: isPaused,
      run: patch(set('spec.paused', true)),
    },
    {
      name: 'resume',
      iconClass: 'fa fa-fw fa-play-circle',
      isDisabled: (object) => !isPaused(object),
      run: patch(remove('spec.paused')),
    },
    scale,
  ],
};
