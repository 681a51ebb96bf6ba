import type { JsonObject } from '../resource/json';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { applyMergePatch, mergePatchBetween } from '../manifest/merge-patch';
import { isCompiledKind, type TypeSchema } from '../structured-merge/schema/type-schema';
import { strategicMergePatch } from '../three-way/strategic-merge-patch';
import { strategicPatchBetween } from '../three-way/strategic-patch-between';
import { rulesFor, type IgnoreRule } from './ignore/ignore-rule';
import { runWithoutJq, type JqSteps } from './ignore/jq-request';
import { removeIgnored } from './ignore/remove-ignored';

/**
 * The target to apply with `RespectIgnoreDifferences=true`: ignored fields take their live value, so that the sync
 * leaves them alone. Rules with jq need {@link ignoreDifferencesSteps}.
 */
export function applyIgnoreDifferences(
  target: KubernetesObject,
  live: KubernetesObject,
  rules: readonly IgnoreRule[],
  schema?: TypeSchema,
): KubernetesObject {
  return runWithoutJq(ignoreDifferencesSteps(target, live, rules, schema));
}

/** {@link applyIgnoreDifferences} as steps that ask for jq where a rule has an expression. */
export function* ignoreDifferencesSteps(
  target: KubernetesObject,
  live: KubernetesObject,
  rules: readonly IgnoreRule[],
  schema?: TypeSchema,
): JqSteps<KubernetesObject> {
  const applying = rulesFor(rules, target);
  if (applying.length === 0) return target;
  const whole = live as unknown as JsonObject;
  const pair = { live: whole, predicted: target as unknown as JsonObject };
  const left = yield* removeIgnored(pair, applying, live.metadata.managedFields ?? [], schema);
  return putBack(left.predicted, left.live, whole, schema) as unknown as KubernetesObject;
}

/** Adds to the target what was taken out of the live object. */
function putBack(
  target: JsonObject,
  rest: JsonObject,
  live: JsonObject,
  schema: TypeSchema | undefined,
): JsonObject {
  if (schema && isCompiledKind(schema)) {
    return strategicMergePatch(target, strategicPatchBetween({}, live, rest, schema), schema);
  }
  const patch = mergePatchBetween(rest, live);
  return patch ? (applyMergePatch(target, patch) as JsonObject) : target;
}
