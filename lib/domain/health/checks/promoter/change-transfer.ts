import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health } from '../../rules/answer';
import { readField, textAt } from '../../rules/read-field';
import { describeTally, shortSha, tallyCommitStatuses } from './commit-status-tally';

/** One environment's transfer: done when the active commit is the proposed one. */
export function assessTransfer(object: KubernetesObject): ResourceHealth {
  const active = textAt(object, 'status.active.dry.sha');
  const proposed = textAt(object, 'status.proposed.dry.sha');
  if (!active) return health('Progressing', 'The active commit DRY SHA is missing or empty.');
  if (!proposed) return health('Progressing', 'The proposed commit DRY SHA is missing or empty.');
  if (active !== proposed) {
    const tally = describeTally(tallyCommitStatuses(readField(object, 'status.proposed')));
    const route = `from '${shortSha(active)}' to '${shortSha(proposed)}'`;
    return health('Progressing', `Promotion in progress ${route}: ${tally}`);
  }
  const tally = tallyCommitStatuses(readField(object, 'status.active'));
  const isThrough = tally.pending.length + tally.failed.length === 0;
  return health(
    'Healthy',
    isThrough
      ? `Environment is up-to-date on commit ${shortSha(active)}.`
      : `Environment is up-to-date, but there are non-successful active commit statuses: ${describeTally(tally)}`,
  );
}
