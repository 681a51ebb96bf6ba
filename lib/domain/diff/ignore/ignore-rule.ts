import type { ResourceIgnoreDifferences } from '../../application/application-spec';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { splitApiVersion } from '../../resource/resource-key';
import type { Customizations, IgnoreRules } from '../../settings/argo-settings';
import { matchesGlob } from './glob';
import { parsePointer } from './json-pointer';

/** One `ignoreDifferences` entry, ready to be matched; `group` and `kind` are globs, the names exact. */
export interface IgnoreRule {
  group: string;
  kind: string;
  name?: string;
  namespace?: string;
  pointers: readonly (readonly string[])[];
  jqPathExpressions: readonly string[];
  managers: readonly string[];
}

/** The rules of an Application, then those of `argocd-cm` (`resource.customizations.ignoreDifferences.…`), in order. */
export function compileIgnoreRules(
  application: readonly ResourceIgnoreDifferences[],
  settings: Customizations<IgnoreRules> = new Map(),
): IgnoreRule[] {
  const own = application.map((entry) => ({
    ...ruleOf(entry.group ?? '', entry.kind, entry),
    ...(entry.name ? { name: entry.name } : {}),
    ...(entry.namespace ? { namespace: entry.namespace } : {}),
  }));
  const general = [...settings].map(([target, rules]) => {
    const slash = target.lastIndexOf('/');
    return ruleOf(target.slice(0, Math.max(slash, 0)), target.slice(slash + 1), rules);
  });
  return [...own, ...general];
}

function ruleOf(group: string, kind: string, rules: Partial<IgnoreRules>): IgnoreRule {
  return {
    group,
    kind,
    pointers: (rules.jsonPointers ?? []).map(parsePointer).filter((path) => path !== undefined),
    jqPathExpressions: rules.jqPathExpressions ?? [],
    managers: rules.managedFieldsManagers ?? [],
  };
}

/** The rules that apply to one object. */
export function rulesFor(rules: readonly IgnoreRule[], object: KubernetesObject): IgnoreRule[] {
  if (rules.length === 0) return [];
  const { group } = splitApiVersion(object.apiVersion);
  return rules.filter(
    (rule) =>
      matchesGlob(rule.group, group) &&
      matchesGlob(rule.kind, object.kind) &&
      (rule.name === undefined || rule.name === object.metadata.name) &&
      (rule.namespace === undefined || rule.namespace === (object.metadata.namespace ?? '')),
  );
}
