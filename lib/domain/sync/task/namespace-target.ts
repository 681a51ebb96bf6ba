import type { KubernetesObject } from '../../resource/kubernetes-object';
import { resourceOptionsOf, SYNC_OPTIONS_ANNOTATION } from '../option/resource-options';
import type { NamespaceState } from './task-input';

/**
 * The destination namespace as the sync writes it: when it is absent, or when it has managed metadata and is not
 * another Application's. Metadata goes by server-side apply, so that what others put there stays.
 */
export function namespaceTarget(name: string, state: NamespaceState): KubernetesObject | undefined {
  const { live, managedMetadata } = state;
  if (!managedMetadata) return live ? undefined : namespaceObject(name, {});
  if (live && state.isForeign) return undefined;
  const annotations = managedMetadata.annotations ?? {};
  const options = resourceOptionsOf({ metadata: { annotations } });
  const withServerSide = options.includes('ServerSideApply=true')
    ? options
    : [...options, 'ServerSideApply=true'];
  return namespaceObject(name, {
    ...(managedMetadata.labels ? { labels: managedMetadata.labels } : {}),
    annotations: { ...annotations, [SYNC_OPTIONS_ANNOTATION]: withServerSide.join(',') },
  });
}

function namespaceObject(name: string, metadata: Partial<KubernetesObject['metadata']>): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...metadata } };
}
