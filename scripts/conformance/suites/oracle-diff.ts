import { createJqEvaluator } from '@/lib/adapters/jq/create-jq-evaluator';
import { dryRunSteps } from '@/lib/domain/diff/compare-dry-run';
import { comparisonSteps } from '@/lib/domain/diff/compare-resource';
import { changedPointers } from '@/lib/domain/diff/find-changes';
import type { ResourceComparison } from '@/lib/domain/diff/resource-comparison';
import type { JsonObject } from '@/lib/domain/resource/json';
import { runWithJq } from '@/lib/engine/ports/jq-evaluator';
import { inputOf, isWebhookCase, readDiffCases, type DiffCase } from '../diff-case';
import { readSchemas } from '../read-schemas';
import type { CaseResult, Suite } from '../suite';

/** Namespaces that the recorded world had: where something lived. */
function namespacesOf(cases: readonly DiffCase[]): Set<string> {
  return new Set(
    cases.map(({ input }) => input.live?.metadata.namespace ?? '').filter((name) => name !== ''),
  );
}

/** The structural answer alone, without asking the server. A case passes when it is certain and right. */
async function runStructural(folder: string): Promise<CaseResult[] | undefined> {
  const cases = readDiffCases(folder)?.filter((each) => !isWebhookCase(each));
  if (!cases) return undefined;
  const schemaOf = readSchemas(folder);
  const namespaces = namespacesOf(cases);
  const jq = createJqEvaluator();
  const results: CaseResult[] = [];
  for (const each of cases) {
    const answer = await runWithJq(
      comparisonSteps({ ...inputOf(each, schemaOf, 'server-side'), namespaces }),
      jq,
    );
    results.push(judge(each, answer));
  }
  await jq.close();
  return results;
}

function judge({ id, expected }: DiffCase, answer: ResourceComparison): CaseResult {
  const verdict = answer.refusal === undefined ? answer.modified : null;
  if (!answer.certain) return { id, passed: false, difference: `not certain: ${answer.uncertainty ?? ''}` };
  if (verdict === expected.modified) return { id, passed: true };
  return {
    id,
    passed: false,
    difference: `WRONG though certain: ${describe(verdict)}, not ${describe(expected.modified)}`,
  };
}

/** The server tier: the recorded answer of the real server's dry run, read by the product. */
async function runRecorded(folder: string): Promise<CaseResult[] | undefined> {
  const cases = readDiffCases(folder)?.filter(({ input }) => input.live !== null);
  if (!cases) return undefined;
  const schemaOf = readSchemas(folder);
  const jq = createJqEvaluator();
  const results: CaseResult[] = [];
  for (const each of cases) {
    const { live } = each.input;
    const { serverDryRun } = each.expected;
    if (!live || serverDryRun.error) continue;
    const answer = await runWithJq(
      dryRunSteps({
        ...inputOf(each, schemaOf, 'server-side'),
        live,
        dryRun: serverDryRun,
        mayBeMutated: isWebhookCase(each),
        includeMutationWebhook: each.input.options.includeMutationWebhook ?? false,
      }),
      jq,
    );
    results.push(judgeServerTier(each, answer));
  }
  await jq.close();
  return results;
}

export function judgeServerTier({ id, expected }: DiffCase, answer: ResourceComparison): CaseResult {
  const pointers = answer.modified
    ? changedPointers(answer.live as unknown as JsonObject, answer.predicted as unknown as JsonObject)
    : [];
  const [got, want] = [pointers.sort().join(' '), [...(expected.modifiedPaths ?? [])].sort().join(' ')];
  if (answer.modified === expected.modified && got === want) return { id, passed: true };
  return {
    id,
    passed: false,
    difference: `${describe(answer.modified)} at ${got}, not ${describe(expected.modified)} at ${want}`,
  };
}

function describe(modified: boolean | null): string {
  return modified === null ? 'refused' : modified ? 'modified' : 'same';
}

export const suites: Suite[] = [
  { name: 'oracle/diff', run: runStructural },
  { name: 'oracle/diff-dry-run', run: runRecorded },
];
