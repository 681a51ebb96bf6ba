import { isVersionRange, pickVersion } from '@/lib/domain/revision/pick-version';
import {
  isCommitSha,
  isShortCommitSha,
  resolveRevision,
  type GitRef,
} from '@/lib/domain/revision/resolve-revision';
import { compareCase, tryCase } from '../compare-case';
import { readOracle } from '../read-oracle';
import type { CaseResult, Suite } from '../suite';

interface Input {
  refs: GitRef[];
  revision: string;
  tagPrefix?: string;
  constraint: string;
  versions: string[];
}

export const suite: Suite = {
  name: 'git-revision',
  run: (folder) =>
    readOracle<Input, { anyOf?: object[] }>(folder, 'git-revision')?.map(({ id, input, expected }) => {
      const { anyOf } = expected;
      return anyOf ? anyOfCase(id, anyOf, answer(id, input)) : tryCase(id, expected, () => answer(id, input));
    }),
};

function anyOfCase(id: string, outcomes: object[], actual: unknown): CaseResult {
  const results = outcomes.map((each) => compareCase(id, each, actual));
  return results.find((each) => each.passed) ?? results[0] ?? { id, passed: false };
}

function answer(id: string, { refs, revision, tagPrefix, constraint, versions }: Input): unknown {
  if (id.startsWith('versions/')) {
    const version = pickVersion(constraint, versions);
    return {
      isConstraint: isVersionRange(constraint),
      ...(version === undefined ? { error: true } : { version }),
    };
  }
  if (id.startsWith('shape/')) {
    return {
      isCommitSHA: isCommitSha(revision),
      isTruncatedCommitSHA: isShortCommitSha(revision),
      isShortRef: !revision.startsWith('refs/'),
    };
  }
  const sha = resolveRevision(revision, refs, tagPrefix === undefined ? {} : { tagPrefix });
  return sha === undefined ? { error: 'not-found' } : { sha };
}
