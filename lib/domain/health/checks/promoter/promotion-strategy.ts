import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health } from '../../rules/answer';
import { itemsAt, readField, textAt } from '../../rules/read-field';
import { describeTally, shortSha, tallyCommitStatuses } from './commit-status-tally';

interface Environment {
  branch: string;
  activeSha: string | undefined;
  proposedSha: string | undefined;
  /** What the hydrator has processed: the note's hash where it wrote one. */
  hydratedSha: string | undefined;
  active: unknown;
  proposed: unknown;
}

const progressing = (text: string): ResourceHealth => health('Progressing', text);

/** A promotion strategy is through when every environment runs what was proposed to it. */
export function assessEnvironments(object: KubernetesObject): ResourceHealth {
  const environments = itemsAt(object, 'status.environments').map(readEnvironment);
  const [first] = environments;
  if (!first) return health('Degraded', 'Promotion strategy has no environments configured');
  for (const { branch, activeSha, hydratedSha } of environments) {
    if (!activeSha)
      return progressing(`The active commit DRY SHA is missing or empty in environment '${branch}'.`);
    if (!hydratedSha)
      return progressing(`The proposed commit DRY SHA is missing or empty in environment '${branch}'.`);
  }
  if (environments.some(({ hydratedSha }) => hydratedSha !== first.hydratedSha)) {
    return progressing(
      'Not all environments have the same proposed commit SHA. This likely means the hydrator has not run for all environments yet.',
    );
  }
  const moving = environments.find(({ proposedSha, activeSha }) => proposedSha !== activeSha);
  if (moving) return progressing(describeMove(moving));
  return assessActive(environments, first);
}

function describeMove({ branch, activeSha, proposedSha, hydratedSha, proposed }: Environment): string {
  const route = `from '${shortSha(activeSha)}' to '${shortSha(proposedSha)}'`;
  const tally = describeTally(tallyCommitStatuses(proposed));
  return `Promotion in progress for environment '${branch}' ${route}: ${tally}Hydrator has processed dry commit '${shortSha(hydratedSha)}'. `;
}

function assessActive(environments: Environment[], first: Environment): ResourceHealth {
  const open = environments.flatMap(({ branch, active }) => {
    const { failed, pending } = tallyCommitStatuses(active);
    const isOpen = failed.length + pending.length > 0;
    return isOpen ? [`${branch} (${failed.length} failed, ${pending.length} pending)`] : [];
  });
  return health(
    'Healthy',
    open.length > 0
      ? `Environments are up-to-date, but some environments have non-successful commit statuses: ${open.join(', ')}.`
      : `All environments are up-to-date on commit '${shortSha(first.activeSha)}'. Hydrator has processed dry commit '${shortSha(first.hydratedSha)}'.`,
  );
}

function readEnvironment(value: unknown): Environment {
  const proposedSha = textAt(value, 'proposed.dry.sha');
  const noted = textAt(value, 'proposed.note.drySha') ?? '';
  return {
    branch: textAt(value, 'branch') ?? '',
    activeSha: textAt(value, 'active.dry.sha'),
    proposedSha,
    hydratedSha: noted === '' ? proposedSha : noted,
    active: readField(value, 'active'),
    proposed: readField(value, 'proposed'),
  };
}
