import { createJqEvaluator } from '@/lib/adapters/jq/create-jq-evaluator';
import type { ResourceIgnoreDifferences } from '@/lib/domain/application/application-spec';
import { comparisonSteps } from '@/lib/domain/diff/compare-resource';
import { compileIgnoreRules } from '@/lib/domain/diff/ignore/ignore-rule';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { runWithJq } from '@/lib/engine/ports/jq-evaluator';
import { readOracle } from '../read-oracle';
import { readSchemas } from '../read-schemas';
import type { CaseResult, Suite } from '../suite';

interface Input {
  target: KubernetesObject | null;
  live: KubernetesObject | null;
  ignoreDifferences?: ResourceIgnoreDifferences[];
  knownTypeFields?: Record<string, { field: string; type: string }[]>;
  ignoreAggregatedRoles?: boolean;
}

async function run(folder: string): Promise<CaseResult[] | undefined> {
  const cases = readOracle<Input, { modified: boolean }>(folder, 'quantity-normalize');
  if (!cases) return undefined;
  const schemaOf = readSchemas(folder);
  const jq = createJqEvaluator();
  const results: CaseResult[] = [];
  for (const { id, input, expected } of cases) {
    const { target, live } = input;
    const steps = comparisonSteps({
      desired: target ?? undefined,
      live: live ?? undefined,
      schema: target ? schemaOf(target.apiVersion, target.kind) : undefined,
      mode: 'client-side',
      manager: 'argocd-controller',
      settings: {
        ignoreRules: compileIgnoreRules(input.ignoreDifferences ?? []),
        ignoreStatus: 'none',
        ignoreAggregatedRoles: input.ignoreAggregatedRoles ?? false,
        knownTypeFields: new Map(Object.entries(input.knownTypeFields ?? {})),
      },
    });
    const { modified, changes } = await runWithJq(steps, jq);
    const seen = changes.map(
      ({ op, text, live: from, desired: to }) =>
        `${op} ${text} ${JSON.stringify(from)} -> ${JSON.stringify(to)}`,
    );
    results.push(
      modified === expected.modified
        ? { id, passed: true }
        : {
            id,
            passed: false,
            difference: `modified ${modified}, not ${expected.modified}: ${seen.join('; ')}`,
          },
    );
  }
  await jq.close();
  return results;
}

export const suite: Suite = { name: 'oracle/quantity-normalize', run };
