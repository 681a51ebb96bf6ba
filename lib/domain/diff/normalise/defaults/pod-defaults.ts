import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { DefaultTable } from './default-rule';

/** Without a tag, or with `latest`, an image is pulled each time. */
function pullPolicy({ image }: JsonObject): JsonValue | undefined {
  if (typeof image !== 'string' || image === '') return undefined;
  const name = image.slice(image.lastIndexOf('/') + 1);
  if (name.includes('@')) return 'IfNotPresent';
  const [, tag = 'latest'] = name.split(':');
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

const FILE_MODE = 0o644;
const container = {
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  imagePullPolicy: pullPolicy,
  resources: {},
};

/** Limits stand for requests that are not given; only in pods themselves, not in templates. */
function requestsFromLimits({ resources }: JsonObject): JsonValue | undefined {
  if (!isJsonObject(resources) || !isJsonObject(resources.limits)) return undefined;
  const requests = isJsonObject(resources.requests) ? resources.requests : {};
  return { ...resources, requests: { ...resources.limits, ...requests } };
}

/** Kubernetes' defaults of pods and what they contain (pkg/apis/core/v1/defaults.go). */
export const POD_DEFAULTS: DefaultTable = {
  'core.v1.Container': container,
  'core.v1.EphemeralContainer': container,
  'core.v1.ContainerPort': { protocol: 'TCP' },
  'core.v1.Probe': { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
  'core.v1.HTTPGetAction': { path: '/', scheme: 'HTTP' },
  'core.v1.GRPCAction': { service: '' },
  'core.v1.ObjectFieldSelector': { apiVersion: 'v1' },
  'core.v1.ConfigMapVolumeSource': { defaultMode: FILE_MODE },
  'core.v1.SecretVolumeSource': { defaultMode: FILE_MODE },
  'core.v1.DownwardAPIVolumeSource': { defaultMode: FILE_MODE },
  'core.v1.ProjectedVolumeSource': { defaultMode: FILE_MODE },
  'core.v1.ServiceAccountTokenProjection': { expirationSeconds: 3600 },
  'core.v1.HostPathVolumeSource': { type: '' },
  'core.v1.Volume': { emptyDir: (volume) => (Object.keys(volume).length === 1 ? {} : undefined) },
  'core.v1.PodSpec': {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
    serviceAccountName: ({ serviceAccount }) => serviceAccount,
    // The deprecated twin follows the name, whatever it was.
    serviceAccount: ({ serviceAccountName }) => serviceAccountName,
  },
  'core.v1.Pod': {
    spec: ({ spec }) =>
      isJsonObject(spec) ? { ...spec, enableServiceLinks: spec.enableServiceLinks ?? true } : undefined,
  },
};

/** In a pod, requests default to limits: applied to its containers. */
export function defaultPodRequests(pod: JsonObject): JsonObject {
  if (!isJsonObject(pod.spec)) return pod;
  const fill = (containers: JsonValue | undefined) =>
    Array.isArray(containers)
      ? containers.map((item) => {
          const resources = isJsonObject(item) ? requestsFromLimits(item) : undefined;
          return isJsonObject(item) && resources ? { ...item, resources } : item;
        })
      : containers;
  const { containers, initContainers } = pod.spec;
  const spec: JsonObject = { ...pod.spec, containers: fill(containers) };
  if (initContainers !== undefined) spec.initContainers = fill(initContainers);
  return { ...pod, spec };
}
