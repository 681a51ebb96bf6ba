import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { controllerReference } from '../runtime/owned-objects';
import { objectOf } from '../runtime/write-status';

/** A Pod from an object's `spec.template`, owned by that object. */
export function podFrom(
  owner: KubernetesObject,
  template: JsonValue | undefined,
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> },
): KubernetesObject {
  const { metadata: given, spec } = objectOf(template);
  const { labels, annotations, finalizers } = objectOf(given);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: metadata.name,
      namespace: owner.metadata.namespace ?? '',
      labels: { ...(objectOf(labels) as Record<string, string>), ...metadata.labels },
      annotations: { ...(objectOf(annotations) as Record<string, string>), ...metadata.annotations },
      ...(Array.isArray(finalizers) ? { finalizers: finalizers as string[] } : {}),
      ownerReferences: [controllerReference(owner)],
    },
    spec: structuredClone(objectOf(spec)),
  };
}

/** The template with another label, as a ReplicaSet of a Deployment carries it. */
export function labelled(template: JsonValue | undefined, labels: Record<string, string>): JsonObject {
  const copy = structuredClone(objectOf(template));
  const metadata = objectOf(copy.metadata);
  return { ...copy, metadata: { ...metadata, labels: { ...objectOf(metadata.labels), ...labels } } };
}
