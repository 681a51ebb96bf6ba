import type { JsonObject } from '../../resource/json';
import type { ManagedFieldsEntry } from '../../resource/kubernetes-object';
import { parseFieldsV1 } from '../../structured-merge/fields/fields-v1';
import { DEDUCED_SCHEMA, type TypeSchema } from '../../structured-merge/schema/type-schema';
import { compareTyped } from '../../structured-merge/typed/compare-typed';
import { removeItems } from '../../structured-merge/typed/remove-items';
import type { IgnoreRule } from './ignore-rule';
import type { JqSteps } from './jq-request';
import { removeAtPointer } from './json-pointer';

export interface Pair {
  live: JsonObject;
  predicted: JsonObject;
}

/**
 * Takes out of both objects what the rules ignore: trusted managers' changed fields first, then pointers, then jq
 * paths, rule by rule. What is not there is passed over.
 */
export function* removeIgnored(
  pair: Pair,
  rules: readonly IgnoreRule[],
  managedFields: readonly ManagedFieldsEntry[],
  schema: TypeSchema | undefined,
): JqSteps<Pair> {
  let result = pair;
  for (const rule of rules) {
    for (const manager of rule.managers) {
      result = removeTrusted(
        result,
        managedFields.filter((entry) => entry.manager === manager),
        schema,
      );
    }
  }
  for (const rule of rules) {
    for (const path of rule.pointers) {
      result = {
        live: removeAtPointer(result.live, path),
        predicted: removeAtPointer(result.predicted, path),
      };
    }
    for (const expression of rule.jqPathExpressions) {
      const [live, predicted] = yield { expression, objects: [result.live, result.predicted] };
      result = { live: live ?? result.live, predicted: predicted ?? result.predicted };
    }
  }
  return result;
}

/** A changed value that a trusted manager owns in the live object is no difference. */
function removeTrusted(pair: Pair, entries: readonly ManagedFieldsEntry[], schema = DEDUCED_SCHEMA): Pair {
  let { live, predicted } = pair;
  for (const entry of entries) {
    const trusted = parseFieldsV1(entry.fieldsV1).intersection(
      compareTyped(live, predicted, schema).modified,
    );
    if (trusted.isEmpty) continue;
    live = removeItems(live, trusted, schema) as JsonObject;
    predicted = removeItems(predicted, trusted, schema) as JsonObject;
  }
  return { live, predicted };
}
