import { parse } from 'yaml';
import { DEFAULT_INSTANCE_LABEL } from '../live/project-live-resource';
import { isJsonObject, type JsonValue } from '../resource/json';
import type { ArgoSettings, ResourceFilter } from './argo-settings';
import { TRACKING_METHODS } from './argo-settings';
import { readCustomizations } from './read-customizations';
import { listOf, stringsOf } from './read-yaml-values';

/**
 * Reads `argocd-cm` (its `data`). A value that cannot be read is left at its default and reported in `problems`;
 * the rest stays in force.
 */
export function parseArgoSettings(data: Record<string, string>): ArgoSettings {
  const problems: string[] = [];
  const yamlOf = (key: string): JsonValue | undefined => {
    const text = data[key];
    if (!text) return undefined;
    try {
      return parse(text) as JsonValue;
    } catch (error) {
      problems.push(`argocd-cm, ${key}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  const method = data['application.resourceTrackingMethod'] || 'annotation';
  const trackingMethod = TRACKING_METHODS.find((each) => each === method);
  if (!trackingMethod) {
    problems.push(
      `argocd-cm, application.resourceTrackingMethod: "${method}" is none of ${TRACKING_METHODS.join(', ')}`,
    );
  }
  return {
    trackingMethod: trackingMethod ?? 'annotation',
    instanceLabelKey: data['application.instanceLabelKey'] || DEFAULT_INSTANCE_LABEL,
    installationId: data['installationID'] ?? '',
    exclusions: filtersOf(yamlOf('resource.exclusions')),
    inclusions: filtersOf(yamlOf('resource.inclusions')),
    ...readCustomizations(data, problems),
    isIgnoreResourceUpdatesEnabled: data['resource.ignoreResourceUpdatesEnabled'] !== 'false',
    compareOptions: compareOptionsOf(yamlOf('resource.compareoptions')),
    sensitiveMaskAnnotations: (data['resource.sensitive.mask.annotations'] ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    globalProjects: listOf(yamlOf('globalProjects')).flatMap((each) =>
      typeof each.projectName === 'string'
        ? [
            {
              projectName: each.projectName,
              labelSelector: isJsonObject(each.labelSelector) ? each.labelSelector : {},
            },
          ]
        : [],
    ),
    problems,
  };
}

function compareOptionsOf(value: JsonValue | undefined): ArgoSettings['compareOptions'] {
  const options = isJsonObject(value) ? value : {};
  const status = options.ignoreResourceStatusField;
  return {
    ignoreAggregatedRoles: options.ignoreAggregatedRoles === true,
    // YAML 1.1 reads "off" as false; Argo CD takes it, and "none", for none.
    ignoreResourceStatusField:
      status === 'crd' ? 'crd' : status === 'none' || status === 'off' || status === false ? 'none' : 'all',
    ignoreDifferencesOnResourceUpdates: options.ignoreDifferencesOnResourceUpdates !== false,
  };
}

function filtersOf(value: JsonValue | undefined): ResourceFilter[] {
  return listOf(value).map((each) => ({
    apiGroups: stringsOf(each.apiGroups),
    kinds: stringsOf(each.kinds),
    clusters: stringsOf(each.clusters),
  }));
}
