import type { ResourceHealth } from '../health/health-status';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { resourceKeyOf } from '../resource/resource-key';
import { liveFactsOf } from './live-facts';
import type { LiveResource } from './live-resource';

export const TRACKING_ANNOTATION = 'argocd.argoproj.io/tracking-id';
export const DEFAULT_INSTANCE_LABEL = 'app.kubernetes.io/instance';

export interface ProjectionSettings {
  instanceLabelKey: string;
  assessHealth: (object: KubernetesObject) => ResourceHealth | null;
  /** Whether to keep the whole object; tracked ones are kept always. */
  keepWhole?: (object: KubernetesObject) => boolean;
}

/** Live object → what is remembered of it. Large bookkeeping fields are dropped from objects that nobody tracks. */
export function projectLiveResource(object: KubernetesObject, settings: ProjectionSettings): LiveResource {
  const { metadata } = object;
  // Controllers copy annotations and labels to what they make: an owned object is never an Application's own (Argo CD's rule).
  const isOwned = (metadata.ownerReferences?.length ?? 0) > 0;
  const trackingId = isOwned ? '' : (metadata.annotations?.[TRACKING_ANNOTATION] ?? '');
  const instanceLabel = isOwned ? '' : (metadata.labels?.[settings.instanceLabelKey] ?? '');
  const isWhole = trackingId !== '' || instanceLabel !== '' || settings.keepWhole?.(object) === true;
  return {
    key: resourceKeyOf(object),
    apiVersion: object.apiVersion,
    uid: metadata.uid ?? '',
    resourceVersion: metadata.resourceVersion ?? '',
    createdAt: metadata.creationTimestamp ?? '',
    ...(metadata.deletionTimestamp ? { deletedAt: metadata.deletionTimestamp } : {}),
    owners: metadata.ownerReferences ?? [],
    labels: metadata.labels ?? {},
    trackingId,
    instanceLabel,
    health: settings.assessHealth(object),
    facts: liveFactsOf(object),
    ...(isWhole ? { object } : {}),
  };
}
