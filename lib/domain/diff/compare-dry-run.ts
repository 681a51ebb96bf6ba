import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { FieldSet } from '../structured-merge/fields/field-set';
import { parseFieldsV1 } from '../structured-merge/fields/fields-v1';
import { fieldElement } from '../structured-merge/fields/path-element';
import { equalValues } from '../structured-merge/typed/atom';
import { attributeChanges } from './attribute-changes';
import type { ComparisonInput } from './comparison-input';
import { findChanges } from './find-changes';
import { rulesFor } from './ignore/ignore-rule';
import { runWithoutJq, type JqSteps } from './ignore/jq-request';
import { removeIgnored, type Pair } from './ignore/remove-ignored';
import { toComparablePair } from './normalise/comparable-form';
import { predictWrite } from './predict/predict-write';
import type { FieldChange, ResourceComparison } from './resource-comparison';

export interface DryRunInput extends ComparisonInput {
  desired: KubernetesObject;
  live: KubernetesObject;
  /** What the dry run of the write that the sync would send answered. */
  dryRun: KubernetesObject;
  /** Whether a mutating webhook may have had its hand in the answer; then its own changes are told apart and left out. */
  mayBeMutated: boolean;
  /** `compare-options: IncludeMutationWebhook=true`: webhook changes count. */
  includeMutationWebhook: boolean;
}

/** Compares live with the answer of a dry run; always certain. Rules with jq need {@link dryRunSteps}. */
export function compareDryRun(input: DryRunInput): ResourceComparison {
  return runWithoutJq(dryRunSteps(input));
}

/** {@link compareDryRun} as steps that ask for jq where a rule has an expression. */
export function* dryRunSteps(input: DryRunInput): JqSteps<ResourceComparison> {
  const { desired, live, settings, schema } = input;
  const managedFields = live.metadata.managedFields ?? [];
  const dryRun = input.dryRun as unknown as JsonObject;
  const stored = toComparablePair(live as unknown as JsonObject, dryRun, desired, input, true);
  const isFiltered = input.mayBeMutated && !input.includeMutationWebhook;
  const predicted = isFiltered ? withoutWebhookChanges(stored, input) : stored.predicted;
  const rules = rulesFor(settings.ignoreRules, desired);
  const left = yield* removeIgnored({ live: stored.live, predicted }, rules, managedFields, schema);
  const changes = findChanges(left.live, left.predicted, schema);
  const counted = changes.every(isBookkeeping) ? [] : changes;
  return {
    modified: counted.length > 0,
    certain: true,
    changes: attributeChanges(counted, managedFields),
    live: left.live as unknown as KubernetesObject,
    predicted: (counted.length > 0 ? left.predicted : left.live) as unknown as KubernetesObject,
  };
}

/** A DaemonSet's template generation follows real changes; alone it is none. */
function isBookkeeping({ path }: FieldChange): boolean {
  return path.at(-1) === 'f:deprecated.daemonset.template.generation';
}

/**
 * The answer with the live value back wherever the write alone would not have changed anything: what differs there is
 * a webhook's doing, be it a field of its own or a value of Git that it rewrites.
 */
function withoutWebhookChanges({ live, predicted: answer }: Pair, input: DryRunInput): JsonObject {
  const { desired } = input;
  const write = predictWrite(input.live, desired, input).object;
  const { live: before, predicted: written } = toComparablePair(
    input.live as unknown as JsonObject,
    write,
    desired,
    input,
  );
  const lost = ownedBy(input.live, input.manager).difference(ownedBy(input.dryRun, input.manager));
  const merged = keepOwn({ live, answer, before, written, lost });
  return isJsonObject(merged) ? merged : answer;
}

interface Versions {
  live: JsonValue | undefined;
  answer: JsonValue | undefined;
  /** Live and predicted in the predictor's form: where these agree, the write changes nothing. */
  before: JsonValue | undefined;
  written: JsonValue | undefined;
  /** Fields below that the write gave up: what is gone of them went with the write. */
  lost: FieldSet | undefined;
}

function ownedBy(object: KubernetesObject, manager: string): FieldSet {
  const ours = (object.metadata.managedFields ?? []).filter((entry) => entry.manager === manager);
  return ours.reduce((fields, entry) => fields.union(parseFieldsV1(entry.fieldsV1)), FieldSet.EMPTY);
}

function keepOwn({ live, answer, before, written, lost }: Versions): JsonValue | undefined {
  if (equalValues(live, answer)) return live;
  if (equalValues(before, written) && !lost) return live;
  if (isJsonObject(live) && isJsonObject(answer) && isJsonObject(before) && isJsonObject(written)) {
    const result: JsonObject = {};
    for (const key of new Set([...Object.keys(live), ...Object.keys(answer)])) {
      if (answer[key] === undefined && lost?.members.has(fieldElement(key))) continue;
      const kept = keepOwn({
        live: live[key],
        answer: answer[key],
        before: before[key],
        written: written[key],
        lost: lost?.children.get(fieldElement(key)),
      });
      if (kept !== undefined) result[key] = kept;
    }
    return result;
  }
  if (equalValues(before, written)) return live;
  if (Array.isArray(live) && Array.isArray(answer) && Array.isArray(before) && Array.isArray(written)) {
    return keepOwnItems(live, answer, before, written);
  }
  return answer;
}

function keepOwnItems(
  live: JsonValue[],
  answer: JsonValue[],
  before: JsonValue[],
  written: JsonValue[],
): JsonValue[] {
  const items = Array.from({ length: Math.max(live.length, answer.length) }, (_, index) =>
    keepOwn({
      live: live[index],
      answer: answer[index],
      before: before[index],
      written: written[index],
      lost: undefined,
    }),
  );
  return items.filter((item) => item !== undefined);
}
