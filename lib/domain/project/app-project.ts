import type { ObjectMeta } from '../resource/kubernetes-object';

/** Argo CD's AppProject custom resource, the fields that decide. */
export interface AppProject {
  apiVersion: string;
  kind: 'AppProject';
  metadata: ObjectMeta & { name: string };
  spec: AppProjectSpec;
  [field: string]: unknown;
}

export interface AppProjectSpec {
  description?: string;
  sourceRepos?: string[];
  destinations?: { server?: string; name?: string; namespace?: string }[];
  clusterResourceWhitelist?: GroupKindRule[];
  clusterResourceBlacklist?: GroupKindRule[];
  namespaceResourceWhitelist?: GroupKindRule[];
  namespaceResourceBlacklist?: GroupKindRule[];
  sourceNamespaces?: string[];
  orphanedResources?: { warn?: boolean; ignore?: { group?: string; kind?: string; name?: string }[] };
  roles?: { name: string; description?: string; policies?: string[]; groups?: string[] }[];
  syncWindows?: SyncWindow[];
  destinationServiceAccounts?: { server: string; namespace?: string; defaultServiceAccount: string }[];
  permitOnlyProjectScopedClusters?: boolean;
  signatureKeys?: { keyID: string }[];
}

export interface GroupKindRule {
  group: string;
  kind: string;
  name?: string;
}

export interface SyncWindow {
  kind?: 'allow' | 'deny';
  schedule?: string;
  duration?: string;
  applications?: string[];
  namespaces?: string[];
  clusters?: string[];
  manualSync?: boolean;
  timeZone?: string;
  andOperator?: boolean;
  description?: string;
  syncOverrun?: boolean;
}
