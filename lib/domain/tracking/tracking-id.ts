import type { KubernetesObject } from '../resource/kubernetes-object';
import { splitApiVersion } from '../resource/resource-key';

/** The parts of a tracking id: which Application owns which object. */
export interface TrackingId {
  /** Instance name: `web`, or `team-a_web` for an Application outside the control-plane namespace. */
  applicationName: string;
  group: string;
  kind: string;
  namespace: string;
  name: string;
}

/** The id that is written for an object; one without a namespace carries the destination's. */
export function buildTrackingId(
  instanceName: string,
  destinationNamespace: string,
  object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
): TrackingId {
  return {
    applicationName: instanceName,
    group: splitApiVersion(object.apiVersion).group,
    kind: object.kind,
    namespace: object.metadata.namespace ?? destinationNamespace,
    name: object.metadata.name ?? '',
  };
}

/** `<app>:<group>/<kind>:<namespace>/<name>`, the value of `argocd.argoproj.io/tracking-id`. */
export function formatTrackingId(id: TrackingId): string {
  return `${id.applicationName}:${id.group}/${id.kind}:${id.namespace}/${id.name}`;
}

/** Inverse of {@link formatTrackingId}; undefined where the text is no id. A name may hold colons, nothing else may. */
export function parseTrackingId(text: string): TrackingId | undefined {
  const first = text.indexOf(':');
  const second = text.indexOf(':', first + 1);
  if (first < 0 || second < 0) return undefined;
  const kind = splitPair(text.slice(first + 1, second));
  const name = splitPair(text.slice(second + 1));
  if (!kind || !name) return undefined;
  return {
    applicationName: text.slice(0, first),
    group: kind[0],
    kind: kind[1],
    namespace: name[0],
    name: name[1],
  };
}

function splitPair(text: string): [string, string] | undefined {
  const [first, second, ...rest] = text.split('/');
  return first === undefined || second === undefined || rest.length > 0 ? undefined : [first, second];
}
