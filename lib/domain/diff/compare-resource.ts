import type { JsonObject } from '../resource/json';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { validateTyped } from '../structured-merge/typed/validate-typed';
import { attributeChanges } from './attribute-changes';
import { findCreateReservation } from './certainty/find-create-reservation';
import { findReservation, type Reservation } from './certainty/find-reservation';
import type { ComparisonInput } from './comparison-input';
import { findChanges } from './find-changes';
import { rulesFor } from './ignore/ignore-rule';
import { runWithoutJq, type JqSteps } from './ignore/jq-request';
import { removeIgnored } from './ignore/remove-ignored';
import { toComparablePair, withoutBookkeeping } from './normalise/comparable-form';
import { dropsNothing } from './predict/drops-nothing';
import { isContained } from './predict/is-contained';
import { predictWrite } from './predict/predict-write';
import type { ResourceComparison } from './resource-comparison';

/**
 * Compares a desired object with the live one by predicting the write that the sync would send. No API call; linear in
 * the desired object. Rules with jq expressions need {@link comparisonSteps}; here those are skipped.
 */
export function compareResource(input: ComparisonInput): ResourceComparison {
  return runWithoutJq(comparisonSteps(input));
}

/** {@link compareResource} as steps that ask for jq where a rule has an expression. */
export function* comparisonSteps(input: ComparisonInput): JqSteps<ResourceComparison> {
  const { desired, live, settings, schema } = input;
  if (!desired || !live) return compareOneSide(input);
  if (isUnchanged(desired, live, input)) return unmodified(live, input);
  const problems = schema ? validateTyped(desired as unknown as JsonObject, schema) : [];
  const isTyped = problems.length === 0;
  const write = predictWrite(live, desired, input, isTyped);
  const pair = toComparablePair(live as unknown as JsonObject, write.object, desired, input, !isTyped);
  const managedFields = live.metadata.managedFields ?? [];
  const changes = findChanges(pair.live, pair.predicted, schema);
  const rules = rulesFor(settings.ignoreRules, desired);
  const left = rules.length > 0 ? yield* removeIgnored(pair, rules, managedFields, schema) : pair;
  const shown = rules.length > 0 ? findChanges(left.live, left.predicted, schema) : changes;
  const found = findReservation({ live, desired, pair, changes, shown, problems }, input);
  return {
    modified: shown.length > 0,
    ...certaintyOf(found.doubt === undefined && found.refusal === undefined ? write : found),
    changes: attributeChanges(shown, managedFields),
    live: left.live as unknown as KubernetesObject,
    predicted: left.predicted as unknown as KubernetesObject,
  };
}

/** The common case, settled without building anything: live holds all that Git says, and Git drops nothing of ours. */
function isUnchanged(desired: KubernetesObject, live: KubernetesObject, input: ComparisonInput): boolean {
  const { schema } = input;
  if (!schema || desired.status !== undefined || desired.metadata.managedFields) return false;
  const json = desired as unknown as JsonObject;
  if (!isContained(json, live as unknown as JsonObject, schema, input.mode)) return false;
  return dropsNothing(json, live, input, schema);
}

function unmodified(live: KubernetesObject, { settings, mode }: ComparisonInput): ResourceComparison {
  const json = live as unknown as JsonObject;
  const shown = withoutBookkeeping(json, settings.ignoreStatus, live, mode) as unknown as KubernetesObject;
  return { modified: false, certain: true, changes: [], live: shown, predicted: shown };
}

/** A create is a difference; an object that is only live is the sync status's business (pruning), not a difference. */
function compareOneSide(input: ComparisonInput): ResourceComparison {
  const { desired, live } = input;
  return {
    modified: desired !== undefined,
    ...certaintyOf(findCreateReservation(input)),
    changes: [],
    live,
    predicted: desired,
  };
}

function certaintyOf({
  refusal,
  doubt,
}: Reservation): Pick<ResourceComparison, 'certain' | 'uncertainty' | 'refusal'> {
  if (refusal !== undefined) return { certain: true, refusal };
  return doubt === undefined ? { certain: true } : { certain: false, uncertainty: doubt };
}
