import { isJsonObject, type JsonObject } from '../resource/json';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { LAST_APPLIED_ANNOTATION, readLastApplied } from '../structured-merge/managed/last-applied';

export interface MaskOptions {
  /** `resource.sensitive.mask.annotations` of `argocd-cm`. */
  sensitiveAnnotations?: readonly string[];
}

export function isSecret(object: Pick<KubernetesObject, 'apiVersion' | 'kind'>): boolean {
  return object.kind === 'Secret' && object.apiVersion === 'v1';
}

/** The maps of a Secret that hold values: `data` in base64, `stringData` plain. */
export const VALUE_FIELDS = ['data', 'stringData'] as const;

/** The object and what its last-applied annotation holds. */
export function versionsOf(object: KubernetesObject): KubernetesObject[] {
  const lastApplied = readLastApplied(object);
  return lastApplied ? [object, lastApplied] : [object];
}

/** Sensitive values by key, comparable across `data` and `stringData`; annotations under `annotation/<name>`. */
export function* sensitiveValues(
  object: KubernetesObject,
  options: MaskOptions,
): Generator<[string, unknown]> {
  for (const field of isSecret(object) ? VALUE_FIELDS : []) {
    const values = (object as unknown as JsonObject)[field];
    for (const [key, value] of Object.entries(isJsonObject(values) ? values : {})) {
      yield [key, field === 'stringData' ? value : decode(value)];
    }
  }
  for (const name of options.sensitiveAnnotations ?? []) {
    const value = object.metadata.annotations?.[name];
    if (value !== undefined && name !== LAST_APPLIED_ANNOTATION) yield [`annotation/${name}`, value];
  }
}

/** Base64 as text, so that it equals the same value in `stringData`; what is no base64 stays. */
export function decode(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return value;
  }
}
