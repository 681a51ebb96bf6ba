import { hasCompareOption } from '@/lib/domain/application/assess-resource-sync';
import { dryRunSteps } from '@/lib/domain/diff/compare-dry-run';
import { comparisonSteps } from '@/lib/domain/diff/compare-resource';
import type { ComparisonInput, ComparisonSettings } from '@/lib/domain/diff/comparison-input';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { readLastApplied, withLastApplied } from '@/lib/domain/structured-merge/managed/last-applied';
import { canonicalJson } from '@/lib/domain/sync/plan/plan-digest';
import { writeStrategyOf } from '@/lib/domain/sync/option/write-strategy';
import type { SyncOptions } from '@/lib/domain/sync/option/sync-options';
import { threeWayPatch } from '@/lib/domain/three-way/three-way-patch';
import type { ClusterConnection } from '../control/cluster-connections';
import { AdapterError } from '../ports/adapter-error';
import { runWithJq, type JqEvaluator } from '../ports/jq-evaluator';
import { FIELD_MANAGER, referenceOf } from '../sync/write/write-context';
import type { ObjectDifference } from './comparison';

export interface CompareObjectContext {
  cluster: ClusterConnection;
  settings: ComparisonSettings;
  options: SyncOptions;
  jq: JqEvaluator;
  signal: AbortSignal;
  cache: DryRunCache;
}

/** Answers of dry runs by what was asked: the same desired object against the same live version. */
export class DryRunCache {
  readonly #answers = new Map<string, ObjectDifference>();

  get(key: string): ObjectDifference | undefined {
    return this.#answers.get(key);
  }

  set(key: string, answer: ObjectDifference): void {
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > 5_000 && oldest !== undefined) this.#answers.delete(oldest);
  }
}

/** Compares one declared object with the live one; asks the API server only where the structural diff is not certain. */
export async function compareObject(
  desired: KubernetesObject,
  live: KubernetesObject,
  context: CompareObjectContext,
): Promise<ObjectDifference> {
  const schema = await context.cluster.schemas.schemaOf(desired);
  const mode =
    writeStrategyOf(desired, live, context.options).method === 'server-side-apply'
      ? 'server-side'
      : 'client-side';
  const input = { desired, live, schema, mode, manager: FIELD_MANAGER, settings: context.settings } as const;
  const structural = await runWithJq(comparisonSteps(input), context.jq);
  if (structural.certain && !asksForServer(desired, live))
    return { ...structural, isConfirmed: false, notice: '' };
  const key = `${context.cluster.server}|${live.metadata.uid ?? ''}|${live.metadata.resourceVersion ?? ''}|${canonicalJson(desired)}|${canonicalJson(context.settings.ignoreRules)}`;
  const known = context.cache.get(key);
  if (known) return known;
  const confirmed = await confirm(input, context);
  if (confirmed) {
    context.cache.set(key, confirmed);
    return confirmed;
  }
  return { ...structural, isConfirmed: false, notice: '' };
}

/** `compare-options: ServerSideDiff=true` asks for the server's word on every object. */
export function asksForServer(desired: KubernetesObject, live: KubernetesObject): boolean {
  return hasCompareOption(desired, 'ServerSideDiff=true') || hasCompareOption(live, 'ServerSideDiff=true');
}

/** undefined: the server could not be asked now; the structural answer stands. */
async function confirm(
  input: ComparisonInput & { desired: KubernetesObject; live: KubernetesObject },
  context: CompareObjectContext,
): Promise<ObjectDifference | undefined> {
  try {
    const answer = await dryRun(input, context);
    if (!answer)
      return {
        modified: false,
        certain: true,
        changes: [],
        live: input.live,
        predicted: input.live,
        isConfirmed: true,
        notice: '',
      };
    const includeMutationWebhook = hasCompareOption(input.desired, 'IncludeMutationWebhook=true');
    const steps = dryRunSteps({ ...input, dryRun: answer, mayBeMutated: true, includeMutationWebhook });
    return { ...(await runWithJq(steps, context.jq)), isConfirmed: true, notice: '' };
  } catch (error) {
    if (!(error instanceof AdapterError) || error.retry === 'retryable') return undefined;
    const structural = await runWithJq(comparisonSteps(input), context.jq);
    return { ...structural, modified: true, isConfirmed: true, notice: error.message };
  }
}

async function dryRun(
  { desired, live, schema, mode }: ComparisonInput & { desired: KubernetesObject; live: KubernetesObject },
  { cluster, signal }: CompareObjectContext,
): Promise<KubernetesObject | undefined> {
  if (mode === 'server-side') {
    return cluster.client.apply(desired, { fieldManager: FIELD_MANAGER, force: true, dryRun: true }, signal);
  }
  const original = readLastApplied(live);
  const patch = threeWayPatch({
    original: original as unknown as JsonObject | undefined,
    modified: withLastApplied(desired, desired) as unknown as JsonObject,
    current: live as unknown as JsonObject,
    schema,
  });
  if (!patch) return undefined;
  return cluster.client.patch(
    referenceOf(live),
    patch.type,
    patch.patch,
    { fieldManager: FIELD_MANAGER, dryRun: true },
    signal,
  );
}
