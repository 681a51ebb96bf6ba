import type { JsonObject } from '@/lib/domain/resource/json';

/** Paths of a custom resource's scale subresource, as the CRD names them (`.spec.replicas`). */
export interface ScalePaths {
  specReplicasPath: string;
  statusReplicasPath: string;
  labelSelectorPath?: string;
}

export interface PrinterColumn {
  name: string;
  type: string;
  jsonPath: string;
  description?: string;
  format?: string;
  priority?: number;
}

/** One served version of a kind. Versions of one kind share the `bucket`, in which objects are kept as `storageVersion`. */
export interface KindDefinition {
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  namespaced: boolean;
  shortNames: readonly string[];
  categories: readonly string[];
  verbs: readonly string[];
  bucket: string;
  storageVersion: string;
  hasStatus: boolean;
  scale: ScalePaths | undefined;
  /** Further subresources for discovery, such as `log`. */
  otherSubresources: readonly { name: string; kind: string; verbs: readonly string[] }[];
  /** Only for custom resources. */
  custom: { schema: JsonObject | undefined; columns: readonly PrinterColumn[] } | undefined;
}

export function apiVersionOf(kind: { group: string; version: string }): string {
  return kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
}

/** `deployments.apps`, `pods`: how messages of the API server name a resource. */
export function qualifiedResource(kind: { group: string; plural: string }): string {
  return kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`;
}

/** `Deployment.apps`, `Pod`: how `Status` messages about invalid objects name a kind. */
export function qualifiedKind(kind: { group: string; kind: string }): string {
  return kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`;
}
