import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { TypeSchema } from '@/lib/domain/structured-merge/schema/type-schema';
import { gvkOf } from '@/lib/domain/resource/resource-key';
import type { ClusterClient, ObjectReference } from '../../ports/cluster-client';
import type { Clock } from '../../ports/clock';

/** Argo CD's field manager: ownership stays where it was when a team switches either way. */
export const FIELD_MANAGER = 'argocd-controller';

/** What writing one object needs. `schemaOf` answers undefined for kinds without a published schema. */
export interface WriteContext {
  client: ClusterClient;
  clock: Clock;
  schemaOf: (object: KubernetesObject) => Promise<TypeSchema | undefined>;
  /** Every answer of a write goes here, so that the next decision sees it. */
  observe: (object: KubernetesObject) => void;
  signal: AbortSignal;
}

/** What a write did, in kubectl's words: `deployment.apps/web configured`. */
export interface WriteResult {
  message: string;
  object?: KubernetesObject;
}

export function referenceOf(object: KubernetesObject): ObjectReference {
  const { namespace = '', name = '' } = object.metadata;
  return { apiVersion: object.apiVersion, kind: object.kind, namespace, name };
}

/** `deployment.apps/web`, `configmap/a`: how kubectl names an object in its messages. */
export function kubectlName(object: KubernetesObject): string {
  const { group, kind } = gvkOf(object);
  const type = group ? `${kind.toLowerCase()}.${group}` : kind.toLowerCase();
  return `${type}/${object.metadata.name ?? ''}`;
}

/** The manifest as it is sent: no status, as no write of a sync ever sets one. */
export function manifestOf(object: KubernetesObject): KubernetesObject {
  const copy = structuredClone(object);
  if (copy.metadata.creationTimestamp === null) delete copy.metadata.creationTimestamp;
  return copy;
}

export function asJson(object: KubernetesObject): JsonObject {
  return object as unknown as JsonObject;
}
