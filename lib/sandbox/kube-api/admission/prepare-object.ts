import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KindDefinition } from '../registry/kind-definition';
import { takeTemplateLabels, TEMPLATE_GENERATION } from './defaults/workload-defaults';
import type { Store } from '../store/store';
import {
  ensureObject,
  fill,
  type MutableObject,
  numberAt,
  objectAt,
  objectsAt,
  omit,
  textAt,
  valueAt,
} from './mutable-object';

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/** Kinds beside custom resources whose `metadata.generation` counts changes of the spec. */
const WITH_GENERATION = new Set(
  `Deployment ReplicaSet StatefulSet DaemonSet ReplicationController Job CronJob Pod Ingress IngressClass NetworkPolicy
  PodDisruptionBudget CSIDriver CustomResourceDefinition MutatingWebhookConfiguration ValidatingWebhookConfiguration
  ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding PriorityClass EndpointSlice PodTemplate`.split(
    /\s+/,
  ),
);

/** What else the API server sets: generation, a claim's default class, a DaemonSet's template generation. */
export function prepareObject(
  store: Store,
  kind: KindDefinition,
  object: MutableObject,
  old?: MutableObject,
): void {
  if (kind.kind === 'DaemonSet' && kind.group === 'apps') countTemplates(object, old);
  if (kind.bucket === 'persistentvolumeclaims' && !old) setDefaultClass(store, object);
  if (kind.bucket === 'pods') addTolerations(object);
  if (kind.bucket === 'pods' && !old) admitPod(store, object);
  if (kind.kind === 'CertificateSigningRequest' && old?.['spec'] !== undefined) object['spec'] = old['spec'];
  if (kind.bucket === 'jobs.batch' && !old) generateSelector(object);
  if (!kind.custom && !WITH_GENERATION.has(kind.kind)) {
    delete object.metadata.generation;
    return;
  }
  const before = old?.metadata.generation ?? 0;
  if (old && kind.kind === 'PriorityClass') {
    object.metadata.generation = before;
    return;
  }
  const isChanged =
    !old ||
    !isDeepStrictEqual(desiredPart(kind, object), desiredPart(kind, old)) ||
    // Deployments count annotations, too: they are copied to the ReplicaSets.
    (kind.kind === 'Deployment' && !isDeepStrictEqual(object.metadata.annotations, old.metadata.annotations));
  if (isChanged) object.metadata.generation = before + 1;
  else if (old.metadata.generation === undefined) delete object.metadata.generation;
  else object.metadata.generation = before;
}

/** Everything but metadata and, where it is written apart, the status. */
function desiredPart(kind: KindDefinition, object: MutableObject): JsonObject {
  return kind.custom && !kind.hasStatus ? omit(object, 'metadata') : omit(object, 'metadata', 'status');
}

function countTemplates(object: MutableObject, old?: MutableObject): void {
  const annotations = ensureObject(object.metadata, 'annotations');
  const before = Number(old?.metadata.annotations?.[TEMPLATE_GENERATION] ?? 0);
  const isChanged =
    !old || !isDeepStrictEqual(valueAt(object, 'spec', 'template'), valueAt(old, 'spec', 'template'));
  annotations[TEMPLATE_GENERATION] = String(isChanged ? before + 1 : before);
}

function setDefaultClass(store: Store, claim: MutableObject): void {
  const spec = ensureObject(claim, 'spec');
  if (spec['storageClassName'] !== undefined) return;
  const fallback = store
    .list('storageclasses.storage.k8s.io')
    .find((each) => each.metadata.annotations?.[DEFAULT_CLASS] === 'true');
  if (fallback?.metadata.name) spec['storageClassName'] = fallback.metadata.name;
}

/** Service account, priority and tolerations, as the admission plug-ins set them. */
function admitPod(store: Store, pod: MutableObject): void {
  const spec = ensureObject(pod, 'spec');
  const priorityClass = textAt(spec, 'priorityClassName') ?? '';
  const found = store.get({
    resource: 'priorityclasses.scheduling.k8s.io',
    namespace: '',
    name: priorityClass,
  });
  fill(spec, {
    preemptionPolicy: 'PreemptLowerPriority',
    priority: found ? (numberAt(found as JsonObject, 'value') ?? 0) : 0,
    serviceAccountName: 'default',
  });
  fill(spec, { serviceAccount: spec['serviceAccountName'] });
}

/** Every Pod outlives a lost node for five minutes unless it says otherwise. */
function addTolerations(pod: MutableObject): void {
  const spec = ensureObject(pod, 'spec');
  const tolerations = objectsAt(spec, 'tolerations');
  for (const taint of ['not-ready', 'unreachable']) {
    const key = `node.kubernetes.io/${taint}`;
    const isTolerated = tolerations.some((each) => each['key'] === key || (each['key'] ?? '') === '');
    if (!isTolerated)
      tolerations.push({ effect: 'NoExecute', key, operator: 'Exists', tolerationSeconds: 300 });
  }
  if (tolerations.length > 0) spec['tolerations'] = tolerations;
}

/** A Job without a selector gets one on its own uid. */
function generateSelector(job: MutableObject): void {
  const spec = ensureObject(job, 'spec');
  if (spec['manualSelector'] === true || objectAt(spec, 'selector')) return;
  const { uid = '', name = '' } = job.metadata;
  const labels = ensureObject(ensureObject(ensureObject(spec, 'template'), 'metadata'), 'labels');
  Object.assign(labels, {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  });
  spec['selector'] = { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } };
  takeTemplateLabels(job);
}
