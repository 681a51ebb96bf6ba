import type { ApplicationCondition } from '../application/application-status';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { formatResourceKey, resourceKeyOf, splitApiVersion } from '../resource/resource-key';

export interface TargetSettings {
  destinationNamespace: string;
  /** undefined: the cluster does not serve the kind; it then counts as namespaced, as in Argo CD. */
  isNamespaced: (kind: { group: string; kind: string }) => boolean | undefined;
  isExcluded: (kind: { group: string; kind: string }) => boolean;
}

export interface NormalisedTargets {
  objects: KubernetesObject[];
  conditions: ApplicationCondition[];
}

/**
 * Rendered manifests → the objects that the Application declares: each with its namespace, excluded kinds left out,
 * and of repeated objects the last (with a RepeatedResourceWarning), in the order of first appearance.
 */
export function normaliseTargets(rendered: KubernetesObject[], settings: TargetSettings): NormalisedTargets {
  const conditions: ApplicationCondition[] = [];
  const byKey = new Map<string, { object: KubernetesObject; count: number }>();
  for (const [index, each] of rendered.entries()) {
    const { group } = splitApiVersion(each.apiVersion);
    if (settings.isExcluded({ group, kind: each.kind })) {
      conditions.push({
        type: 'ExcludedResourceWarning',
        message: `Resource ${group}/${each.kind} ${each.metadata.name ?? ''} is excluded in the settings`,
      });
      continue;
    }
    const object = withNamespace(each, settings, group);
    // Objects named by the server are never the same object.
    const key = object.metadata.name ? formatResourceKey(resourceKeyOf(object)) : `generated/${index}`;
    byKey.set(key, { object, count: (byKey.get(key)?.count ?? 0) + 1 });
  }
  for (const [key, { count }] of byKey) {
    if (count === 1) continue;
    conditions.push({
      type: 'RepeatedResourceWarning',
      message: `Resource ${key} appeared ${count} times among application resources.`,
    });
  }
  return { objects: [...byKey.values()].map((each) => each.object), conditions };
}

function withNamespace(object: KubernetesObject, settings: TargetSettings, group: string): KubernetesObject {
  const isNamespaced = settings.isNamespaced({ group, kind: object.kind }) ?? true;
  const { namespace, ...metadata } = object.metadata;
  if (!isNamespaced) return namespace === undefined ? object : { ...object, metadata };
  if (namespace) return object;
  return { ...object, metadata: { ...metadata, namespace: settings.destinationNamespace } };
}
