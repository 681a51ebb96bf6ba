import { parse } from 'yaml';
import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import type { ArgoSettings } from './argo-settings';
import { ignoreRulesOf } from './read-yaml-values';

const PREFIX = 'resource.customizations.';
type Customized = Pick<
  ArgoSettings,
  'ignoreDifferences' | 'ignoreResourceUpdates' | 'healthLua' | 'actionsLua' | 'knownTypeFields'
>;

/** Reads the split keys `resource.customizations.<what>.<group_Kind|all>` and the older single `resource.customizations`. */
export function readCustomizations(data: Record<string, string>, problems: string[]): Customized {
  const result: Customized = {
    ignoreDifferences: new Map(),
    ignoreResourceUpdates: new Map(),
    healthLua: new Map(),
    actionsLua: new Map(),
    knownTypeFields: new Map(),
  };
  const read = (key: string, text: string): JsonValue | undefined => {
    try {
      return parse(text) as JsonValue;
    } catch (error) {
      problems.push(`argocd-cm, ${key}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  readCombined(read('resource.customizations', data['resource.customizations'] ?? ''), result, read);
  const openLibs = (name: string) =>
    data[`${PREFIX}health.useOpenLibs.${name}`] === 'true' || data[`${PREFIX}useOpenLibs.${name}`] === 'true';
  for (const [key, text] of Object.entries(data)) {
    if (!key.startsWith(PREFIX)) continue;
    const rest = key.slice(PREFIX.length);
    const dot = rest.indexOf('.');
    const [what, name] = [rest.slice(0, dot), rest.slice(dot + 1)];
    if (dot < 0 || name.startsWith('useOpenLibs.')) continue;
    const target = groupKindOf(name);
    if (what === 'ignoreDifferences') result.ignoreDifferences.set(target, ignoreRulesOf(read(key, text)));
    else if (what === 'ignoreResourceUpdates')
      result.ignoreResourceUpdates.set(target, ignoreRulesOf(read(key, text)));
    else if (what === 'health') result.healthLua.set(target, { script: text, useOpenLibs: openLibs(name) });
    else if (what === 'actions') result.actionsLua.set(target, text);
    else if (what === 'knownTypeFields') result.knownTypeFields.set(target, fieldsOf(read(key, text)));
  }
  return result;
}

function readCombined(
  combined: JsonValue | undefined,
  result: Customized,
  read: (key: string, text: string) => JsonValue | undefined,
): void {
  for (const [name, value] of Object.entries(isJsonObject(combined) ? combined : {})) {
    if (!isJsonObject(value)) continue;
    // In the combined form the group and kind are separated by a slash, the nested rules are text.
    const target = name.includes('/') ? name : `/${name}`;
    const nested = (field: string) => {
      const text = value[field];
      return typeof text === 'string' ? read(`resource.customizations, ${name}, ${field}`, text) : undefined;
    };
    const script = value['health.lua'];
    if (typeof script === 'string') {
      result.healthLua.set(target, { script, useOpenLibs: value['health.lua.useOpenLibs'] === true });
    }
    if (typeof value.actions === 'string') result.actionsLua.set(target, value.actions);
    if (value.ignoreDifferences)
      result.ignoreDifferences.set(target, ignoreRulesOf(nested('ignoreDifferences')));
    if (value.ignoreResourceUpdates) {
      result.ignoreResourceUpdates.set(target, ignoreRulesOf(nested('ignoreResourceUpdates')));
    }
    if (value.knownTypeFields) result.knownTypeFields.set(target, fieldsOf(value.knownTypeFields));
  }
}

/** `apps_Deployment` → `apps/Deployment`, `ConfigMap` → `/ConfigMap`, `all` → every kind. */
function groupKindOf(name: string): string {
  if (name === 'all') return '*/*';
  const split = name.lastIndexOf('_');
  return split < 0 ? `/${name}` : `${name.slice(0, split)}/${name.slice(split + 1)}`;
}

function fieldsOf(value: JsonValue | undefined): { field: string; type: string }[] {
  const entries: JsonObject[] = Array.isArray(value) ? value.filter(isJsonObject) : [];
  return entries.flatMap(({ field, type }) =>
    typeof field === 'string' && typeof type === 'string' ? [{ field, type }] : [],
  );
}
