import { TRACKING_ANNOTATION } from '../live/project-live-resource';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { without } from './mark-object';
import type { TrackingSettings } from './tracking-settings';

/**
 * The live object as the comparison should see it after a change from label to annotation tracking: the old label is
 * no difference, and a missing annotation none either. CRDs are compared as they are.
 */
export function bridgeTrackingChange(
  live: KubernetesObject,
  target: KubernetesObject,
  settings: Pick<TrackingSettings, 'trackingMethod' | 'instanceLabelKey'>,
): KubernetesObject {
  const byAnnotation = settings.trackingMethod.startsWith('annotation');
  if (!byAnnotation || !live.metadata.labels?.[settings.instanceLabelKey] || isDefinition(live)) return live;
  // A chart may set the label itself: then it is desired content.
  const metadata = target.metadata.labels?.[settings.instanceLabelKey]
    ? live.metadata
    : without(live.metadata, 'labels', settings.instanceLabelKey);
  if (metadata.annotations?.[TRACKING_ANNOTATION] !== undefined) return { ...live, metadata };
  const id = target.metadata.annotations?.[TRACKING_ANNOTATION] ?? '';
  return {
    ...live,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [TRACKING_ANNOTATION]: id } },
  };
}

function isDefinition(object: KubernetesObject): boolean {
  return object.kind === 'CustomResourceDefinition' && object.apiVersion.startsWith('apiextensions.k8s.io/');
}
