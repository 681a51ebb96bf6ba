import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { ensureObject, numberAt, textAt, valueAt, type MutableObject } from '../admission/mutable-object';
import type { KindDefinition, ScalePaths } from '../registry/kind-definition';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import type { KubeApi } from './kube-api';
import { replaceWith, requireLive } from './update-object';
import type { ObjectAddress, WriteOptions } from './write-options';

/** The `Scale` view of an object. */
export function scaleOf(kind: KindDefinition, object: StoredObject): JsonObject {
  const paths = requireScale(kind);
  const json = object as unknown as JsonObject;
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const selector = selectorOf(kind, json, paths);
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp: creationTimestamp ?? null },
    spec: { replicas: numberAt(json, ...split(paths.specReplicasPath)) ?? 0 },
    status: {
      replicas: numberAt(json, ...split(paths.statusReplicasPath)) ?? 0,
      ...(selector === '' ? {} : { selector }),
    },
  };
}

/** Writes `spec.replicas` of a Scale to the object. */
export function writeScale(
  api: KubeApi,
  kind: KindDefinition,
  address: ObjectAddress,
  scale: JsonObject,
  options: WriteOptions,
): StoredObject {
  const storageKind = api.storageKindOf(kind);
  const live = requireLive(api, storageKind, address);
  const replicas = numberAt(scale, 'spec', 'replicas') ?? 0;
  if (replicas < 0) throw apiErrors.badRequest('spec.replicas must be greater than or equal to 0');
  const object = structuredClone(live) as unknown as MutableObject;
  const path = split(requireScale(kind).specReplicasPath);
  let parent: JsonObject = object;
  for (const key of path.slice(0, -1)) parent = ensureObject(parent, key);
  parent[path.at(-1) ?? ''] = replicas;
  const version = textAt(scale, 'metadata', 'resourceVersion');
  if (version) object.metadata.resourceVersion = version;
  return replaceWith(api, storageKind, object, live, options);
}

function requireScale(kind: KindDefinition): ScalePaths {
  if (!kind.scale) throw apiErrors.noSuchPath();
  return kind.scale;
}

/** As text: from the status for custom resources, from the selector of the spec for built-in kinds. */
function selectorOf(kind: KindDefinition, object: JsonObject, paths: ScalePaths): string {
  if (kind.custom)
    return paths.labelSelectorPath ? (textAt(object, ...split(paths.labelSelectorPath)) ?? '') : '';
  const selector = valueAt(object, 'spec', 'selector');
  const labels = isJsonObject(selector) ? (selector['matchLabels'] ?? selector) : {};
  return isJsonObject(labels)
    ? Object.entries(labels)
        .flatMap(([key, value]) => (typeof value === 'string' ? [`${key}=${value}`] : []))
        .join(',')
    : '';
}

/** `.spec.replicas` → `['spec', 'replicas']`. */
function split(path: string): string[] {
  return path.split('.').filter((part) => part !== '');
}
