import type { KubernetesObject } from '../resource/kubernetes-object';
import { resourceKeyOf } from '../resource/resource-key';
import { readTrackingId } from './read-owner';
import type { TrackingSettings } from './tracking-settings';

/**
 * Whether a live object is the one its tracking id names. Operators copy annotations to what they create; such a copy
 * counts for nothing. Where the object stands in Git, Git decides. Cluster-scoped objects have no namespace to compare.
 */
export function isSelfReferenced(
  live: KubernetesObject | undefined,
  target: KubernetesObject | undefined,
  settings: Pick<TrackingSettings, 'trackingMethod' | 'installationId'>,
): boolean {
  if (!live || settings.trackingMethod === 'label') return true;
  const own = resourceKeyOf(live);
  if (target) return isNamed(resourceKeyOf(target), own);
  const id = readTrackingId(live, settings);
  return id === undefined ? true : isNamed(id, own);
}

interface Identity {
  group: string;
  kind: string;
  namespace: string;
  name: string;
}

function isNamed(id: Identity, own: Identity): boolean {
  const sameNamespace = own.namespace === '' || id.namespace === own.namespace;
  return id.group === own.group && id.kind === own.kind && id.name === own.name && sameNamespace;
}
