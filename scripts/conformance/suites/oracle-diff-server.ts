import { createJqEvaluator } from '@/lib/adapters/jq/create-jq-evaluator';
import { createClusterClient } from '@/lib/adapters/kubernetes/create-cluster-client';
import { dryRunSteps } from '@/lib/domain/diff/compare-dry-run';
import { comparisonSteps } from '@/lib/domain/diff/compare-resource';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { readLastApplied, withLastApplied } from '@/lib/domain/structured-merge/managed/last-applied';
import { threeWayPatch } from '@/lib/domain/three-way/three-way-patch';
import { isAdapterError } from '@/lib/engine/ports/adapter-error';
import type { ClusterClient } from '@/lib/engine/ports/cluster-client';
import { runWithJq, type JqEvaluator } from '@/lib/engine/ports/jq-evaluator';
import { inputOf, isWebhookCase, readDiffCases, type DiffCase } from '../diff-case';
import { plantCustomKinds } from '../plant-custom-kinds';
import { plantObject } from '../plant-object';
import { readSchemas } from '../read-schemas';
import type { CaseResult, Suite } from '../suite';

const KUBECONFIG = 'PROMONTORY_TEST_KUBECONFIG';
const PARALLEL = 6;

interface World {
  client: ClusterClient;
  jq: JqEvaluator;
  schemaOf: ReturnType<typeof readSchemas>;
}

type Judge = (each: DiffCase, live: KubernetesObject, world: World) => Promise<CaseResult>;

/** Replays recorded cases on a throw-away cluster; those whose object cannot be made there are left out. */
async function replay(folder: string, judge: Judge): Promise<CaseResult[] | undefined> {
  const path = process.env[KUBECONFIG];
  const cases = readDiffCases(folder)?.filter((each) => !isWebhookCase(each) && each.input.live !== null);
  if (!path || !cases) return undefined;
  const client = createClusterClient({ from: 'kubeconfig-file', path });
  await plantCustomKinds(client, folder);
  const world = { client, jq: createJqEvaluator(), schemaOf: readSchemas(folder) };
  const results: CaseResult[] = [];
  const waiting = [...cases];
  const work = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      const planted = each.input.live && (await plantObject(client, each.input.live));
      if (planted) results.push(await judge(each, planted, world));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  await world.jq.close();
  await client.close();
  return results;
}

/** The object of a dry run, or the refusal's text. */
async function answerOf(write: () => Promise<KubernetesObject>): Promise<KubernetesObject | string> {
  try {
    return await write();
  } catch (error) {
    if (isAdapterError(error)) return error.message;
    throw error;
  }
}

/** Server-side apply: the dry run of this server, read by the product, gives the recorded verdict. */
const judgeServerSide: Judge = async (each, live, { client, jq, schemaOf }) => {
  const input = { ...inputOf(each, schemaOf, 'server-side'), live };
  const options = { fieldManager: input.manager, force: true, dryRun: true };
  const answer = await answerOf(() => client.apply(input.desired, options));
  const expected = each.expected.modified;
  if (typeof answer === 'string') return verdict(each.id, expected, null, answer);
  const steps = dryRunSteps({ ...input, dryRun: answer, mayBeMutated: false, includeMutationWebhook: false });
  const { modified, changes } = await runWithJq(steps, jq);
  return verdict(
    each.id,
    expected,
    modified,
    changes.map((change) => `${change.op} ${change.text}`).join(', '),
  );
};

/** Client-side apply: where the structural answer is certain, it is what the dry run of the three-way patch shows. */
const judgeClientSide: Judge = async (each, live, { client, jq, schemaOf }) => {
  const input = { ...inputOf(each, schemaOf, 'client-side'), live };
  const structural = await runWithJq(comparisonSteps(input), jq);
  if (!structural.certain)
    return { id: each.id, passed: false, difference: `not certain: ${structural.uncertainty ?? ''}` };
  const truth = await dryRunPatch(input, client);
  const claimed = structural.refusal === undefined ? structural.modified : null;
  const seen = structural.changes.map((change) => `${change.op} ${change.text}`).join(', ');
  if (typeof truth === 'string') return verdict(each.id, null, claimed, `${truth}; claimed ${seen}`);
  const steps = dryRunSteps({ ...input, dryRun: truth, mayBeMutated: false, includeMutationWebhook: false });
  const { modified, changes } = await runWithJq(steps, jq);
  const shown = changes.map((change) => `${change.op} ${change.text}`).join(', ');
  return verdict(each.id, modified, claimed, `WRONG though certain: claimed ${seen}; server ${shown}`);
};

function dryRunPatch(
  { desired, live, schema, manager }: ReturnType<typeof inputOf> & { live: KubernetesObject },
  client: ClusterClient,
): Promise<KubernetesObject | string> {
  const patch = threeWayPatch({
    original: readLastApplied(live) as unknown as JsonObject | undefined,
    modified: withLastApplied(desired, desired) as unknown as JsonObject,
    current: live as unknown as JsonObject,
    schema,
  });
  if (!patch) return Promise.resolve(live);
  const { apiVersion, kind } = live;
  const ref = { apiVersion, kind, namespace: live.metadata.namespace ?? '', name: live.metadata.name ?? '' };
  return answerOf(() => client.patch(ref, patch.type, patch.patch, { fieldManager: manager, dryRun: true }));
}

function verdict(id: string, expected: boolean | null, got: boolean | null, detail: string): CaseResult {
  if (expected === got) return { id, passed: true };
  const words = (value: boolean | null) => (value === null ? 'refused' : value ? 'modified' : 'same');
  return { id, passed: false, difference: `${words(got)}, not ${words(expected)}: ${detail}` };
}

export const suites: Suite[] = [
  { name: 'oracle/diff-client', run: (folder) => replay(folder, judgeClientSide) },
  { name: 'oracle/diff-server', run: (folder) => replay(folder, judgeServerSide) },
];
