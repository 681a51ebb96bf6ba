import type { AppProjectSpec } from '@/lib/domain/project/app-project';
import {
  isDestinationPermitted,
  type DestinationCluster,
} from '@/lib/domain/project/is-destination-permitted';
import { isKindPermitted, isResourcePermitted } from '@/lib/domain/project/is-kind-permitted';
import { isNamespacePermitted } from '@/lib/domain/project/is-namespace-permitted';
import { isSourcePermitted } from '@/lib/domain/project/is-source-permitted';
import { isSameGitUrl, normaliseGitUrl } from '@/lib/domain/project/url/normalise-git-url';
import { tryCase } from '../compare-case';
import { readOracle } from '../read-oracle';
import type { Suite } from '../suite';

interface Input extends AppProjectSpec {
  repoURL: string;
  url?: string;
  a: string;
  b: string;
  cluster: DestinationCluster | null;
  projectClusters?: DestinationCluster[] | null;
  namespace: string;
  group: string;
  kind: string;
  name: string;
  namespaced: boolean;
  project: AppProjectSpec;
  appNamespace: string;
  controllerNamespace: string;
}

const ANSWERS: Record<string, (input: Input) => unknown> = {
  source: (input) => ({ permitted: isSourcePermitted(input, input.repoURL) }),
  giturl: ({ url, a, b }) =>
    url === undefined ? { same: isSameGitUrl(a, b) } : { normalized: normaliseGitUrl(url) },
  destination: destination,
  scoped: destination,
  kinds: (input) => ({ permitted: isKindPermitted(input, input, input.namespaced) }),
  resource: (input) => ({ permitted: isResourcePermitted(input.project, input, input.cluster ?? undefined) }),
  appns: (input) => ({
    permitted: isNamespacePermitted(input, input.appNamespace, input.controllerNamespace),
  }),
};

export const suite: Suite = {
  name: 'project',
  run: (folder) =>
    readOracle<Input, object>(folder, 'project')?.map(({ id, input, expected }) =>
      tryCase(id, expected, () => ANSWERS[id.split('/')[0] ?? '']?.(input)),
    ),
};

function destination(input: Input): unknown {
  const verdict = isDestinationPermitted(
    input,
    input.cluster ?? undefined,
    input.namespace,
    input.projectClusters ?? undefined,
  );
  return verdict === 'project-clusters-unknown'
    ? { permitted: false, error: true }
    : { permitted: verdict === 'permitted' };
}
