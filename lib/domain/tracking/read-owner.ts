import { TRACKING_ANNOTATION } from '../live/project-live-resource';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { parseTrackingId, type TrackingId } from './tracking-id';
import { INSTALLATION_ID_ANNOTATION, type TrackingSettings } from './tracking-settings';

type Tracked = Pick<KubernetesObject, 'metadata'>;

/** Instance name of the Application that an object belongs to; '' for none. */
export function ownerNameOf(object: Tracked, settings: TrackingSettings): string {
  if (settings.trackingMethod === 'label') {
    return stringMap(object.metadata.labels)?.[settings.instanceLabelKey] ?? '';
  }
  return readTrackingId(object, settings)?.applicationName ?? '';
}

/** The parsed annotation; undefined where there is none, where it is no id, or where another installation wrote it. */
export function readTrackingId(
  object: Tracked,
  settings: Pick<TrackingSettings, 'installationId'>,
): TrackingId | undefined {
  const annotations = stringMap(object.metadata.annotations);
  if (settings.installationId && annotations?.[INSTALLATION_ID_ANNOTATION] !== settings.installationId) {
    return undefined;
  }
  return parseTrackingId(annotations?.[TRACKING_ANNOTATION] ?? '');
}

/** A manifest may hold what the API server would refuse; one value that is no text makes the whole map unusable. */
function stringMap(map: Record<string, unknown> | undefined): Record<string, string> | undefined {
  if (!map || Object.values(map).some((value) => typeof value !== 'string')) return undefined;
  return map as Record<string, string>;
}
