import type { JsonObject } from '../resource/json';

export const TRACKING_METHODS = ['annotation', 'label', 'annotation+label'] as const;
export type TrackingMethod = (typeof TRACKING_METHODS)[number];

/** A rule of `resource.exclusions` or `resource.inclusions`; all three are globs, an empty list matches all. */
export interface ResourceFilter {
  apiGroups: string[];
  kinds: string[];
  clusters: string[];
}

/** `resource.customizations.<what>.<group_Kind>` by `group/Kind`; `*` parts are wildcards, the name `all` stands for every kind. */
export type Customizations<T> = Map<string, T>;

export interface IgnoreRules {
  jsonPointers: string[];
  jqPathExpressions: string[];
  managedFieldsManagers: string[];
}

/** The part of `argocd-cm` that decides how resources are tracked, compared and judged. */
export interface ArgoSettings {
  trackingMethod: TrackingMethod;
  instanceLabelKey: string;
  installationId: string;
  exclusions: ResourceFilter[];
  inclusions: ResourceFilter[];
  ignoreDifferences: Customizations<IgnoreRules>;
  ignoreResourceUpdates: Customizations<IgnoreRules>;
  isIgnoreResourceUpdatesEnabled: boolean;
  healthLua: Customizations<{ script: string; useOpenLibs: boolean }>;
  actionsLua: Customizations<string>;
  knownTypeFields: Customizations<{ field: string; type: string }[]>;
  compareOptions: {
    ignoreAggregatedRoles: boolean;
    ignoreResourceStatusField: 'all' | 'crd' | 'none';
    ignoreDifferencesOnResourceUpdates: boolean;
  };
  sensitiveMaskAnnotations: string[];
  globalProjects: { projectName: string; labelSelector: JsonObject }[];
  /** What could not be read, each naming key and problem. */
  problems: string[];
}
