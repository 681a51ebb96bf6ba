import { itemsAt, textAt } from '../../rules/read-field';

export interface CommitStatusTally {
  pending: string[];
  failed: string[];
  successes: number;
}

/** Counts `commitStatuses` of an environment's active or proposed side by phase, with the keys that are not through. */
export function tallyCommitStatuses(side: unknown): CommitStatusTally {
  const statuses = itemsAt(side, 'commitStatuses').map((each) => ({
    phase: textAt(each, 'phase'),
    key: textAt(each, 'key') ?? '',
  }));
  const keysOf = (phase: string) => statuses.filter((each) => each.phase === phase).map(({ key }) => key);
  return { pending: keysOf('pending'), failed: keysOf('failure'), successes: keysOf('success').length };
}

/** "1 pending, 2 successful, 0 failed. Pending commit statuses: a. " */
export function describeTally({ pending, failed, successes }: CommitStatusTally): string {
  const parts = [`${pending.length} pending, ${successes} successful, ${failed.length} failed. `];
  if (pending.length > 0) parts.push(`Pending commit statuses: ${pending.join(', ')}. `);
  if (failed.length > 0) parts.push(`Failed commit statuses: ${failed.join(', ')}. `);
  return parts.join('');
}

export const shortSha = (sha: string | undefined): string => (sha ?? '').slice(0, 7);
