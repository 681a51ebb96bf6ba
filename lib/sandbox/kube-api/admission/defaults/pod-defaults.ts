import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { ensureObject, fill, objectAt, objectsAt, textAt, valueAt } from '../mutable-object';

/** Defaults of a pod template, which a Pod has, too. */
export function defaultPodSpec(spec: JsonObject): void {
  fill(spec, {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
  });
  ensureObject(spec, 'securityContext');
  for (const key of ['containers', 'initContainers', 'ephemeralContainers'])
    for (const container of objectsAt(spec, key)) defaultContainer(container);
  for (const volume of objectsAt(spec, 'volumes')) defaultVolume(volume);
  // The old name of the field is kept beside the new one.
  const account = spec['serviceAccountName'] ?? spec['serviceAccount'];
  if (account !== undefined) Object.assign(spec, { serviceAccountName: account, serviceAccount: account });
}

function defaultContainer(container: JsonObject): void {
  const image = textAt(container, 'image') ?? '';
  fill(container, {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: isLatest(image) ? 'Always' : 'IfNotPresent',
  });
  ensureObject(container, 'resources');
  for (const port of objectsAt(container, 'ports')) fill(port, { protocol: 'TCP' });
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const settings = objectAt(container, probe);
    if (settings) defaultProbe(settings);
  }
  for (const hook of ['postStart', 'preStop']) defaultHttpGet(objectAt(container, 'lifecycle', hook));
  for (const variable of objectsAt(container, 'env')) {
    const field = objectAt(variable, 'valueFrom', 'fieldRef');
    if (field) fill(field, { apiVersion: 'v1' });
    const resource = objectAt(variable, 'valueFrom', 'resourceFieldRef');
    if (resource) fill(resource, { divisor: '0' });
  }
}

/** A limit without a request is the request, too. */
function copyLimitsToRequests(resources: JsonObject): void {
  const limits = objectAt(resources, 'limits');
  if (!limits) return;
  const requests = ensureObject(resources, 'requests');
  fill(requests, limits);
}

function defaultProbe(probe: JsonObject): void {
  fill(probe, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 });
  defaultHttpGet(probe);
  const grpc = objectAt(probe, 'grpc');
  if (grpc) fill(grpc, { service: '' });
}

function defaultHttpGet(handler: JsonObject | undefined): void {
  const httpGet = objectAt(handler, 'httpGet');
  if (httpGet) fill(httpGet, { path: '/', scheme: 'HTTP' });
}

/** Volumes without a source are empty directories. */
function defaultVolume(volume: JsonObject): void {
  if (Object.keys(volume).every((key) => key === 'name')) volume['emptyDir'] = {};
  for (const source of ['configMap', 'secret', 'downwardAPI', 'projected']) {
    const settings = objectAt(volume, source);
    if (settings) fill(settings, { defaultMode: 420 });
  }
  const hostPath = objectAt(volume, 'hostPath');
  if (hostPath) fill(hostPath, { type: '' });
  for (const projection of objectsAt(volume, 'projected', 'sources')) {
    const token = objectAt(projection, 'serviceAccountToken');
    if (token) fill(token, { expirationSeconds: 3600 });
    defaultFieldItems(objectsAt(projection, 'downwardAPI', 'items'));
  }
  defaultFieldItems(objectsAt(volume, 'downwardAPI', 'items'));
  const claim = objectAt(volume, 'ephemeral', 'volumeClaimTemplate', 'spec');
  if (claim) fill(claim, { volumeMode: 'Filesystem' });
}

function defaultFieldItems(items: JsonObject[]): void {
  for (const item of items) {
    const field = objectAt(item, 'fieldRef');
    if (field) fill(field, { apiVersion: 'v1' });
  }
}

/** No tag, or `latest`, and no digest. */
function isLatest(image: string): boolean {
  if (image === '' || image.includes('@')) return false;
  const tag = /:([^:/]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}

/** A Pod of its own; service account, priority and tolerations are admission's part. */
export function defaultPod(pod: JsonObject): void {
  const spec = ensureObject(pod, 'spec');
  defaultPodSpec(spec);
  fill(spec, { enableServiceLinks: true });
  for (const key of ['containers', 'initContainers'])
    for (const container of objectsAt(spec, key)) copyLimitsToRequests(ensureObject(container, 'resources'));
  const status = ensureObject(pod, 'status');
  fill(status, { phase: 'Pending', qosClass: qosClassOf(spec) });
}

function qosClassOf(spec: JsonObject): string {
  const containers = [...objectsAt(spec, 'containers'), ...objectsAt(spec, 'initContainers')];
  const all = containers.map((container) => objectAt(container, 'resources') ?? {});
  if (all.every((each) => !hasEntries(each, 'limits') && !hasEntries(each, 'requests'))) return 'BestEffort';
  const isGuaranteed = all.every((each) =>
    ['cpu', 'memory'].every((resource) => {
      const limit = valueAt(each, 'limits', resource);
      return limit !== undefined && limit === valueAt(each, 'requests', resource);
    }),
  );
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}

function hasEntries(resources: JsonObject, key: string): boolean {
  const entries = resources[key];
  return isJsonObject(entries) && Object.keys(entries).length > 0;
}
