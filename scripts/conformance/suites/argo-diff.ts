import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareDryRun } from '@/lib/domain/diff/compare-dry-run';
import { compareResource } from '@/lib/domain/diff/compare-resource';
import { DEFAULT_COMPARISON_SETTINGS, type ComparisonInput } from '@/lib/domain/diff/comparison-input';
import { readSchemas } from '../read-schemas';
import { readObject } from '../read-vectors';
import type { CaseResult, Suite } from '../suite';

interface ArgoCase {
  config: string;
  live: string;
  /** The recorded answer of a dry run; without it the comparison is structural. */
  predicted?: string;
  mode: ComparisonInput['mode'];
  modified: boolean;
  ignoreAggregatedRoles?: boolean;
  includeMutationWebhook?: boolean;
}

const client = (name: string, modified = false, ignoreAggregatedRoles = false): ArgoCase => ({
  config: `${name}-config.json`,
  live: `${name}-live.json`,
  mode: 'client-side',
  modified,
  ignoreAggregatedRoles,
});
const merge = (config: string, live: string, modified: boolean): ArgoCase => ({
  config,
  live,
  mode: 'server-side',
  modified,
});
const dryRun = (
  config: string,
  live: string,
  predicted: string,
  includeMutationWebhook = false,
): ArgoCase => ({
  config,
  live,
  predicted,
  mode: 'server-side',
  modified: true,
  includeMutationWebhook,
});
const dryRunOf = (name: string, include = false) =>
  dryRun(`${name}-config.yaml`, `${name}-live.yaml`, `${name}-predicted-live.json`, include);

/** The verdicts that Argo CD's own tests give on its test data. */
const CASES: readonly ArgoCase[] = [
  client('aggr-clusterrole', true),
  client('aggr-clusterrole', false, true),
  ...['deployment', 'elasticsearch', 'endpoints', 'grafana-clusterrole', 'mutatingwebhookconfig'].map(
    (name) => client(name),
  ),
  ...['sealedsecret', 'spinnaker-sa', 'wordpress'].map((name) => client(name)),
  merge('smd-service-config.yaml', 'smd-service-live.yaml', true),
  merge('smd-service-config-2-ports.yaml', 'smd-service-live.yaml', true),
  merge('smd-service-config.yaml', 'smd-service-live-with-type.yaml', true),
  merge('smd-service-config-ports.yaml', 'smd-service-live.yaml', true),
  merge('smd-deploy-config.yaml', 'smd-deploy-live.yaml', false),
  dryRunOf('ssd-service'),
  dryRunOf('ssd-service', true),
  dryRunOf('smd-deploy2'),
  dryRunOf('ssd-deploy-nested'),
  dryRunOf('ssd-deploy-with-manual-apply'),
  dryRunOf('ssd-deploy-with-manual-apply', true),
  dryRunOf('ssd-deploy-composite-key'),
  dryRunOf('ssd-configmap'),
  dryRun('ssd-svc-no-label-config.yaml', 'ssd-svc-label-live.yaml', 'ssd-svc-no-label-predicted-live.json'),
];

function run(folder: string): CaseResult[] | undefined {
  const testdata = join(folder, 'argo-cd', 'diff', 'testdata');
  if (!existsSync(testdata)) return undefined;
  const schemaOf = readSchemas(folder);
  return CASES.map((each, index) => {
    const desired = readObject(join(testdata, each.config));
    const live = readObject(join(testdata, each.live));
    const input = {
      desired,
      live,
      // Some of the data is older than today's versions; their types live on in v1.
      schema: schemaOf(desired.apiVersion.replace(/\/v1beta\d$/, '/v1'), desired.kind),
      mode: each.mode,
      manager: 'argocd-controller',
      settings: {
        ...DEFAULT_COMPARISON_SETTINGS,
        ignoreAggregatedRoles: each.ignoreAggregatedRoles ?? false,
      },
    };
    const { modified, changes } = each.predicted
      ? compareDryRun({
          ...input,
          dryRun: readObject(join(testdata, each.predicted)),
          mayBeMutated: true,
          includeMutationWebhook: each.includeMutationWebhook ?? false,
        })
      : compareResource(input);
    const id = `${index + 1}-${each.config}`;
    if (modified === each.modified) return { id, passed: true };
    return {
      id,
      passed: false,
      difference: `modified ${modified}: ${changes.map(({ op, text }) => `${op} ${text}`).join(', ')}`,
    };
  });
}

export const suite: Suite = { name: 'argo-cd/diff', run };
