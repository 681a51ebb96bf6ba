import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { ALL_VERBS } from '../registry/builtin-kinds';
import type { KindDefinition, PrinterColumn } from '../registry/kind-definition';
import { bucketOf } from '../store/stored-object';

interface CrdVersion {
  name: string;
  served: boolean;
  storage: boolean;
  schema?: { openAPIV3Schema?: JsonObject };
  subresources?: {
    status?: JsonObject;
    scale?: { specReplicasPath: string; statusReplicasPath: string; labelSelectorPath?: string };
  };
  additionalPrinterColumns?: PrinterColumn[];
  deprecated?: boolean;
  deprecationWarning?: string;
}

export interface CrdSpec {
  group: string;
  scope: 'Namespaced' | 'Cluster';
  names: {
    plural: string;
    singular?: string;
    kind: string;
    listKind?: string;
    shortNames?: string[];
    categories?: string[];
  };
  versions: CrdVersion[];
  preserveUnknownFields?: boolean;
}

/** The spec of a CustomResourceDefinition that passed validation. */
export function crdSpecOf(crd: KubernetesObject): CrdSpec {
  return crd.spec as unknown as CrdSpec;
}

/** One definition for each served version, in the order of priority (`v2`, `v1`, `v1beta1`, `v1alpha1`). */
export function customKindsOf(crd: KubernetesObject): KindDefinition[] {
  const spec = crdSpecOf(crd);
  const storage = spec.versions.find((version) => version.storage)?.name ?? '';
  return spec.versions
    .filter((version) => version.served)
    .sort((a, b) => compareVersions(a.name, b.name))
    .map((version) => ({
      group: spec.group,
      version: version.name,
      kind: spec.names.kind,
      plural: spec.names.plural,
      singular: spec.names.singular ?? spec.names.kind.toLowerCase(),
      namespaced: spec.scope === 'Namespaced',
      shortNames: spec.names.shortNames ?? [],
      categories: spec.names.categories ?? [],
      verbs: ALL_VERBS,
      bucket: bucketOf(spec.group, spec.names.plural),
      storageVersion: `${spec.group}/${storage}`,
      hasStatus: isJsonObject(version.subresources?.status),
      scale: version.subresources?.scale,
      otherSubresources: [],
      custom: {
        schema: version.schema?.openAPIV3Schema,
        columns: version.additionalPrinterColumns ?? [],
      },
    }));
}

const VERSION = /^v(\d+)(?:(alpha|beta)(\d+))?$/;

/** Kubernetes' version priority: stable before beta before alpha, higher first, other names last. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [rank(a), rank(b)];
  for (const index of [0, 1, 2] as const) {
    if (left[index] !== right[index]) return right[index] - left[index];
  }
  return a < b ? -1 : 1;
}

function rank(version: string): [number, number, number] {
  const [, major, stage, minor] = VERSION.exec(version) ?? [];
  if (major === undefined) return [0, 0, 0];
  return [stage === undefined ? 3 : stage === 'beta' ? 2 : 1, Number(major), Number(minor ?? 0)];
}
