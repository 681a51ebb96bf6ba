import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health, otherwise } from '../../rules/answer';
import { conditions, note, on } from '../../rules/conditions';
import { check, type CheckTable } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import { conditionsOf, textAt } from '../../rules/read-field';
import { isSet } from '../../rules/when';

/** KubeVirt: a stopped machine is Suspended, as somebody may start it again. */
export const VIRTUAL_MACHINES: CheckTable = {
  'kubevirt.io/VirtualMachine': assessVirtualMachine,
  'kubevirt.io/VirtualMachineInstance': check(
    phases(
      'status.phase',
      {
        Failed: 'Degraded',
        ...each(['Pending', 'Scheduling', 'Scheduled'], 'Progressing'),
        Succeeded: 'Suspended',
        Unknown: 'Unknown',
      },
      '{status.phase}',
    ),
    conditions(
      on('Paused=True', 'Suspended'),
      note('Ready=True', 'Healthy', 'Running'),
      note('Ready', 'Degraded'),
    ),
    otherwise('Progressing', "{status.phase ?? 'No status available'}"),
  ),
};

const isCreated = isSet('status.created');

function assessVirtualMachine(object: KubernetesObject): ResourceHealth {
  const list = conditionsOf(object);
  if (list.some(({ type, status }) => type === 'Paused' && status === 'True'))
    return health('Suspended', 'Paused');
  const ready = list.findLast(({ type }) => type === 'Ready');
  const printed = textAt(object, 'status.printableStatus');
  if (!ready) return health('Progressing', printed ?? 'No status available');
  if (ready.status === 'True') return health('Healthy', printed ?? 'Running');
  return isCreated(object)
    ? health('Progressing', printed ?? 'Starting')
    : health('Suspended', printed ?? 'Stopped');
}
