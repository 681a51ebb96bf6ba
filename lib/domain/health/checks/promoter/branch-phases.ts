import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health } from '../../rules/answer';
import { itemsAt, textAt } from '../../rules/read-field';

interface BranchWords {
  reconciled: string;
  failed: string;
  pending: string;
  passed: string;
}

/** Commit gates report a phase for each environment's branch; a phase they do not know is pending. */
export function branchPhases(words: BranchWords): (object: KubernetesObject) => ResourceHealth {
  return (object) => {
    const branches = itemsAt(object, 'status.environments').map((environment) => ({
      name: textAt(environment, 'branch') ?? '?',
      phase: textAt(environment, 'phase') ?? 'pending',
    }));
    if (branches.length === 0) return health('Healthy', words.reconciled);
    const failed = branches.filter(({ phase }) => phase === 'failure');
    if (failed.length > 0)
      return health(
        'Degraded',
        `${words.failed} for branch(es): ${failed.map(({ name }) => name).join(', ')}`,
      );
    const pending = branches.filter(({ phase }) => phase !== 'success');
    if (pending.length > 0)
      return health(
        'Progressing',
        `${words.pending} for branch(es): ${pending.map(({ name }) => name).join(', ')}`,
      );
    return health('Healthy', `${words.passed} for ${branches.length} environment(s)`);
  };
}
