import { TRACKING_ANNOTATION } from '../live/project-live-resource';
import { isJsonObject, type JsonObject } from '../resource/json';
import type { KubernetesObject, ObjectMeta } from '../resource/kubernetes-object';
import { buildTrackingId, formatTrackingId } from './tracking-id';
import {
  INSTALLATION_ID_ANNOTATION,
  LEGACY_INSTANCE_LABEL,
  type TrackingSettings,
} from './tracking-settings';
import { truncateLabel } from './truncate-label';

type MarkResult = { ok: true; object: KubernetesObject } | { ok: false; reason: string };

/** The object marked as belonging to an Application; refused when its name cannot be made a label. */
export function markObject(
  object: KubernetesObject,
  app: { instanceName: string; destinationNamespace: string },
  settings: TrackingSettings,
): MarkResult {
  if (settings.trackingMethod === 'label')
    return { ok: true, object: withLabel(object, app.instanceName, settings) };
  const marked = withAnnotation(object, app, settings);
  if (settings.trackingMethod !== 'annotation+label') return { ok: true, object: marked };
  const label = truncateLabel(app.instanceName);
  if (label === undefined) {
    return { ok: false, reason: `"${app.instanceName}" cannot be shortened to a label value` };
  }
  return { ok: true, object: withLabel(marked, label, settings) };
}

/** The object without the marks that the settings' method writes. */
export function unmarkObject(object: KubernetesObject, settings: TrackingSettings): KubernetesObject {
  let metadata = object.metadata;
  if (settings.trackingMethod.endsWith('label'))
    metadata = without(metadata, 'labels', settings.instanceLabelKey);
  if (settings.trackingMethod !== 'label') {
    metadata = without(metadata, 'annotations', TRACKING_ANNOTATION);
    metadata = without(metadata, 'annotations', INSTALLATION_ID_ANNOTATION);
  }
  return { ...object, metadata };
}

/** Metadata without one label or annotation; an emptied map goes too. */
export function without(metadata: ObjectMeta, field: 'labels' | 'annotations', key: string): ObjectMeta {
  const { [field]: map, ...rest } = metadata;
  if (map === undefined || !(key in map)) return metadata;
  const kept = Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
  return Object.keys(kept).length > 0 ? { ...rest, [field]: kept } : rest;
}

function withAnnotation(
  object: KubernetesObject,
  app: { instanceName: string; destinationNamespace: string },
  settings: TrackingSettings,
): KubernetesObject {
  const id = formatTrackingId(buildTrackingId(app.instanceName, app.destinationNamespace, object));
  const metadata = settings.installationId
    ? object.metadata
    : without(object.metadata, 'annotations', INSTALLATION_ID_ANNOTATION);
  const installation = settings.installationId
    ? { [INSTALLATION_ID_ANNOTATION]: settings.installationId }
    : {};
  const annotations = { ...metadata.annotations, [TRACKING_ANNOTATION]: id, ...installation };
  return { ...object, metadata: { ...metadata, annotations } };
}

function withLabel(object: KubernetesObject, value: string, settings: TrackingSettings): KubernetesObject {
  const key = settings.instanceLabelKey;
  const labels = { ...object.metadata.labels, [key]: value };
  const marked = { ...object, metadata: { ...object.metadata, labels } };
  return key === LEGACY_INSTANCE_LABEL ? withTemplateLabel(marked, key, value) : marked;
}

const WORKLOADS = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job'];

function withTemplateLabel(object: KubernetesObject, key: string, value: string): KubernetesObject {
  const spec = object.spec;
  if (!WORKLOADS.includes(object.kind) || !isJsonObject(spec) || !isJsonObject(spec.template)) return object;
  const metadata: JsonObject = isJsonObject(spec.template.metadata) ? spec.template.metadata : {};
  const labels: JsonObject = isJsonObject(metadata.labels) ? metadata.labels : {};
  const template = { ...spec.template, metadata: { ...metadata, labels: { ...labels, [key]: value } } };
  return { ...object, spec: { ...spec, template } };
}
