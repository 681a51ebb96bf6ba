import { health } from '../../rules/answer';
import type { CheckTable } from '../../rules/health-check';
import { behindReadyGate } from './ready-gate';

interface Setting {
  kind: string;
  noun: string;
  title: string;
  finalizer: { wait: string; risk: string };
}

const DANGLING = 'GitRepository objects can reference a provider that no longer exists.';

const SETTINGS: readonly Setting[] = [
  {
    kind: 'ScmProvider',
    noun: 'SCM provider',
    title: 'SCM provider',
    finalizer: {
      wait: 'Waiting until no GitRepository in this namespace still references this provider.',
      risk: DANGLING,
    },
  },
  {
    kind: 'ClusterScmProvider',
    noun: 'cluster SCM provider',
    title: 'Cluster SCM provider',
    finalizer: {
      wait: 'Waiting until no GitRepository still references this cluster-wide SCM provider.',
      risk: DANGLING,
    },
  },
  {
    kind: 'GitRepository',
    noun: 'Git repository',
    title: 'Git repository',
    finalizer: {
      wait: 'Waiting until no non-deleting PullRequests still reference this repository.',
      risk: 'repository metadata may be removed while promotions still depend on it.',
    },
  },
];

/** GitOps Promoter's connections to repositories: ready or not, and why they cannot be deleted yet. */
export const PROMOTER_SETTINGS: CheckTable = Object.fromEntries(
  SETTINGS.map(({ kind, noun, title, finalizer }) => [
    `promoter.argoproj.io/${kind}`,
    behindReadyGate(
      {
        initializing: `Initializing ${noun}`,
        deleting: `${kind} is being deleted.`,
        finalizers: { [`${kind.toLowerCase()}.promoter.argoproj.io/finalizer`]: finalizer },
        subject: kind,
        failed: `${title} validation failed`,
        failedFor: `${title} not ready`,
        unknown: `${title} readiness unknown`,
        notReady: `${kind} Ready condition is missing`,
      },
      () => health('Healthy', `${title} is ready`),
    ),
  ]),
);
