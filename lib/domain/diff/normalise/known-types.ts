import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { splitApiVersion } from '../../resource/resource-key';
import type { ArgoSettings } from '../../settings/argo-settings';
import { canonicalDuration } from './duration';
import { canonicalQuantity } from './quantity';

type Canonical = (value: JsonValue) => JsonValue;

const quantity: Canonical = (value) => canonicalQuantity(value) ?? value;
const duration: Canonical = (value) =>
  typeof value === 'string' ? (canonicalDuration(value) ?? value) : value;

const RESOURCES = ['limits/*', 'requests/*'];
const CONTAINER = RESOURCES.map((path) => `resources/${path}`);
const POD_SPEC = [
  ...['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) =>
    CONTAINER.map((path) => `${list}/*/${path}`),
  ),
  'overhead/*',
  'volumes/*/emptyDir/sizeLimit',
  'volumes/*/ephemeral/volumeClaimTemplate/spec/resources/requests/*',
];

/** Where quantities and durations are inside a type that a custom resource embeds. */
const KNOWN_TYPES: Readonly<Record<string, { paths: readonly string[]; canonical: Canonical }>> = {
  'core/Quantity': { paths: [''], canonical: quantity },
  'core/v1/ResourceList': { paths: ['*'], canonical: quantity },
  'meta/v1/Duration': { paths: [''], canonical: duration },
  'core/v1/ResourceRequirements': { paths: RESOURCES, canonical: quantity },
  'core/v1/Container': { paths: CONTAINER, canonical: quantity },
  'core/v1/PodSpec': { paths: POD_SPEC, canonical: quantity },
  'core/v1/PodTemplateSpec': { paths: POD_SPEC.map((path) => `spec/${path}`), canonical: quantity },
  'core/v1/PersistentVolumeClaimSpec': {
    paths: RESOURCES.map((path) => `resources/${path}`),
    canonical: quantity,
  },
};

/** Fields known without being configured, as in Argo CD. */
const BUILT_IN = new Map([
  ['argoproj.io/Rollout', [{ field: 'spec.template.spec', type: 'core/v1/PodSpec' }]],
  ['argoproj.io/AnalysisRun', []],
]);

/** Brings quantities and durations in the known fields of a custom resource to canonical text. */
export function canonicaliseKnownTypes(
  object: JsonObject,
  kind: { apiVersion: string; kind: string },
  configured: ArgoSettings['knownTypeFields'],
): JsonObject {
  const target = `${splitApiVersion(kind.apiVersion).group}/${kind.kind}`;
  const fields = [...(BUILT_IN.get(target) ?? []), ...(configured.get(target) ?? [])];
  return fields.reduce<JsonObject>((result, { field, type }) => {
    const known = KNOWN_TYPES[type];
    if (!known) return result;
    return known.paths.reduce<JsonObject>((current, below) => {
      const path = [...field.split('.'), ...below.split('/').filter((part) => part !== '')];
      return rewrite(current, path, known.canonical) as JsonObject;
    }, result);
  }, object);
}

/** Rewrites the values at a path; `*` stands for every key or item. */
function rewrite(value: JsonValue, path: readonly string[], canonical: Canonical): JsonValue {
  const [head, ...rest] = path;
  if (head === undefined) return canonical(value);
  if (Array.isArray(value)) {
    return value.map((item) => rewrite(item, head === '*' ? rest : path, canonical));
  }
  if (!isJsonObject(value)) return value;
  const keys = head === '*' ? Object.keys(value) : [head];
  return keys.reduce<JsonObject>((result, key) => {
    const child = result[key];
    return child === undefined ? result : { ...result, [key]: rewrite(child, rest, canonical) };
  }, value);
}
