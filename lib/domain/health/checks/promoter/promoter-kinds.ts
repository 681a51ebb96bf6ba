import { health } from '../../rules/answer';
import type { CheckTable } from '../../rules/health-check';
import { itemsAt, textAt } from '../../rules/read-field';
import { branchPhases } from './branch-phases';
import { assessTransfer } from './change-transfer';
import { assessEnvironments } from './promotion-strategy';
import { behindReadyGate } from './ready-gate';

const PULL_REQUEST_FINALIZER = 'changetransferpolicy.promoter.argoproj.io/pullrequest-finalizer';

/** GitOps Promoter (promoter.argoproj.io): what moves between environments. Its settings are in promoter-settings.ts. */
export const PROMOTER_KINDS: CheckTable = {
  'promoter.argoproj.io/PromotionStrategy': behindReadyGate(
    {
      initializing: 'Initializing promotion strategy',
      deleting: 'Promotion strategy is being deleted',
      subject: 'promotion strategy',
      failed: 'Promotion strategy reconciliation failed',
      notReady: 'Promotion strategy is not ready yet',
    },
    assessEnvironments,
  ),
  'promoter.argoproj.io/ChangeTransferPolicy': behindReadyGate(
    {
      initializing: 'Initializing change transfer policy',
      deleting: 'Change transfer policy is being deleted.',
      finalizers: {
        'changetransferpolicy.promoter.argoproj.io/finalizer': {
          wait: 'Waiting to clear related PullRequest finalizers and finish cleanup before this policy is removed.',
          risk: `The '${PULL_REQUEST_FINALIZER}' finalizer may not be cleaned up from PullRequests owned by this ChangeTransferPolicy.`,
        },
      },
      subject: 'change transfer policy',
      failed: 'Change transfer policy reconciliation failed',
      notReady: 'Change transfer policy is not ready yet',
    },
    assessTransfer,
  ),
  'promoter.argoproj.io/PullRequest': behindReadyGate(
    {
      initializing: 'Initializing pull request',
      deleting: 'Pull request is being deleted.',
      finalizers: {
        'pullrequest.promoter.argoproj.io/finalizer': {
          wait: 'Waiting for SCM closure or reconciliation of the pull request.',
          risk: 'the real PR can stay open after the CR is gone.',
        },
        [PULL_REQUEST_FINALIZER]: {
          wait: 'Waiting for the ChangeTransferPolicy to observe PR identity and state.',
          risk: 'promotion status or history can be wrong or racy.',
        },
      },
      subject: 'pull request',
      failed: 'Pull request reconciliation failed',
      notReady: 'Pull request is not ready yet',
      types: ['Reconciled', 'Ready'],
    },
    (object) => {
      const [id, state] = [textAt(object, 'status.id'), textAt(object, 'status.state')];
      const isKnown = id !== undefined && state !== undefined;
      return health('Healthy', isKnown ? `Pull request is ${state} as PR ${id}` : 'Pull request is healthy');
    },
  ),
  'promoter.argoproj.io/CommitStatus': behindReadyGate(
    {
      initializing: 'Initializing commit status',
      deleting: 'Commit status is being deleted',
      subject: 'commit status',
      failed: 'Commit status reconciliation failed',
      notReady: 'Commit status is not ready yet',
    },
    (object) => {
      const [sha, phase] = [textAt(object, 'status.sha'), textAt(object, 'status.phase')];
      const isKnown = sha !== undefined && phase !== undefined;
      return health(
        'Healthy',
        isKnown ? `Commit status for commit ${sha} reports ${phase}` : 'Commit status is healthy',
      );
    },
  ),
  'promoter.argoproj.io/ArgoCDCommitStatus': behindReadyGate(
    {
      initializing: 'Initializing Argo CD commit status',
      deleting: 'Argo CD commit status is being deleted',
      subject: 'Argo CD commit status',
      failed: 'Argo CD commit status reconciliation failed',
      notReady: 'Argo CD commit status is not ready yet',
    },
    (object) => {
      const selected = itemsAt(object, 'status.applicationsSelected').length;
      return selected === 0
        ? health('Degraded', 'Argo CD commit status has no applications configured')
        : health('Healthy', `Argo CD commit status is healthy and is tracking ${selected} applications`);
    },
  ),
  ...commitGate('GitCommitStatus', 'git commit validation', 'Git commit validation', {
    unknown: 'Git commit validation status unknown',
    phases: 'Git commit validation',
    passed: 'passed',
  }),
  ...commitGate('TimedCommitStatus', 'timed commit gate', 'Timed commit gate', {
    unknown: 'Timed commit gate status unknown',
    phases: 'Timed commit gate',
    passed: 'satisfied',
  }),
  ...commitGate('WebRequestCommitStatus', 'web request commit validation', 'Web request commit validation', {
    unknown: 'Web request commit validation unknown',
    phases: 'Web request validation',
    passed: 'passed',
  }),
};

function commitGate(
  kind: string,
  noun: string,
  title: string,
  words: { unknown: string; phases: string; passed: string },
): CheckTable {
  return {
    [`promoter.argoproj.io/${kind}`]: behindReadyGate(
      {
        initializing: `Initializing ${noun}`,
        deleting: `${kind} is being deleted`,
        subject: kind,
        failed: `${title} failed`,
        failedFor: `${title} not ready`,
        unknown: words.unknown,
        notReady: `${kind} Ready condition is missing`,
      },
      branchPhases({
        reconciled: `${title} reconciled`,
        failed: `${words.phases} failed`,
        pending: `${words.phases} pending`,
        passed: `${words.phases} ${words.passed}`,
      }),
    ),
  };
}
