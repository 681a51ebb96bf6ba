import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import type { IgnoreRules } from './argo-settings';

export function ignoreRulesOf(value: JsonValue | undefined): IgnoreRules {
  const rules = isJsonObject(value) ? value : {};
  return {
    jsonPointers: stringsOf(rules.jsonPointers),
    jqPathExpressions: stringsOf(rules.jqPathExpressions),
    managedFieldsManagers: stringsOf(rules.managedFieldsManagers),
  };
}

export function listOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function stringsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
