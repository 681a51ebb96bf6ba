import type { KubernetesObject } from '../resource/kubernetes-object';
import type { ArgoSettings } from '../settings/argo-settings';
import type { TypeSchema } from '../structured-merge/schema/type-schema';
import type { IgnoreRule } from './ignore/ignore-rule';

/** What of Application and `argocd-cm` decides how objects are compared. */
export interface ComparisonSettings {
  ignoreRules: readonly IgnoreRule[];
  ignoreStatus: ArgoSettings['compareOptions']['ignoreResourceStatusField'];
  ignoreAggregatedRoles: boolean;
  /** `resource.customizations.knownTypeFields.…`; used where the write is client-side. */
  knownTypeFields: ArgoSettings['knownTypeFields'];
}

export const DEFAULT_COMPARISON_SETTINGS: ComparisonSettings = {
  ignoreRules: [],
  ignoreStatus: 'all',
  ignoreAggregatedRoles: false,
  knownTypeFields: new Map(),
};

export interface ComparisonInput {
  desired?: KubernetesObject | undefined;
  live?: KubernetesObject | undefined;
  /** Of the desired object's kind and version; without it lists count as atomic and nothing is certain. */
  schema?: TypeSchema | undefined;
  /** The write that the sync would send. */
  mode: 'client-side' | 'server-side';
  /** Field manager of that write, `argocd-controller` by default installations. */
  manager: string;
  settings: ComparisonSettings;
  /** Namespaces that exist; given, a create elsewhere is not called certain. */
  namespaces?: ReadonlySet<string> | undefined;
}
