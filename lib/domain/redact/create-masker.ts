import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import type { KubernetesObject } from '../resource/kubernetes-object';
import {
  formatLastApplied,
  LAST_APPLIED_ANNOTATION,
  readLastApplied,
} from '../structured-merge/managed/last-applied';
import {
  decode,
  isSecret,
  sensitiveValues,
  VALUE_FIELDS,
  versionsOf,
  type MaskOptions,
} from './secret-values';

const FIRST_MASK_LENGTH = 8;
const STEP = 4;
/** What stands for values that were never shown to the masker. */
const UNKNOWN = '++++++++';

export interface Masker {
  /** The object with all sensitive values masked; the same object where it has none. */
  mask(object: KubernetesObject): KubernetesObject;
  /** One value under a key of `data` (`isEncoded`), `stringData` or `annotation/<name>`. */
  maskValue(key: string, value: unknown, isEncoded: boolean): string;
}

/** Masks that tell equal values from different ones, over all given versions of one object (see the README). */
export function createMasker(
  objects: readonly (KubernetesObject | undefined)[],
  options: MaskOptions = {},
): Masker {
  const seen = new Map<string, unknown[]>();
  for (const object of objects) {
    for (const version of object ? versionsOf(object) : []) {
      for (const [key, value] of sensitiveValues(version, options)) {
        const values = seen.get(key) ?? [];
        if (!values.includes(value)) values.push(value);
        seen.set(key, values);
      }
    }
  }
  const maskValue = (key: string, value: unknown, isEncoded: boolean) => {
    const index = (seen.get(key) ?? []).indexOf(isEncoded ? decode(value) : value);
    return index < 0 ? UNKNOWN : '+'.repeat(FIRST_MASK_LENGTH + index * STEP);
  };
  return { maskValue, mask: (object) => maskWith(object, options, maskValue) };
}

function maskWith(
  object: KubernetesObject,
  options: MaskOptions,
  maskValue: Masker['maskValue'],
): KubernetesObject {
  const annotations = maskAnnotations(object, options, maskValue);
  if (!isSecret(object))
    return annotations ? { ...object, metadata: { ...object.metadata, annotations } } : object;
  const result = { ...object } as unknown as JsonObject;
  for (const field of VALUE_FIELDS) {
    const values = result[field];
    if (values === undefined || values === null) continue;
    result[field] = isJsonObject(values)
      ? maskMap(values, (key, value) => maskValue(key, value, field === 'data'))
      : UNKNOWN;
  }
  const masked = result as unknown as KubernetesObject;
  return annotations ? { ...masked, metadata: { ...object.metadata, annotations } } : masked;
}

function maskMap(values: JsonObject, mask: (key: string, value: JsonValue) => string): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value === undefined ? value : mask(key, value)]),
  );
}

/** Annotations with sensitive ones masked, the last-applied configuration masked within; undefined when none changes. */
function maskAnnotations(
  object: KubernetesObject,
  options: MaskOptions,
  maskValue: Masker['maskValue'],
): Record<string, string> | undefined {
  const { annotations } = object.metadata;
  if (!annotations) return undefined;
  const result = { ...annotations };
  for (const name of options.sensitiveAnnotations ?? []) {
    if (result[name] !== undefined) result[name] = maskValue(`annotation/${name}`, result[name], false);
  }
  const isSensitive = isSecret(object) || (options.sensitiveAnnotations ?? []).length > 0;
  if (isSensitive && result[LAST_APPLIED_ANNOTATION] !== undefined) {
    const lastApplied = readLastApplied(object);
    // The annotation is the object's own earlier form; what it claims to be does not decide whether it is masked.
    const typed = lastApplied && { ...lastApplied, apiVersion: object.apiVersion, kind: object.kind };
    result[LAST_APPLIED_ANNOTATION] = typed
      ? formatLastApplied(maskWith(typed, options, maskValue)).trimEnd()
      : UNKNOWN;
  }
  return result;
}

/** One object alone, its values masked. */
export function maskObject(object: KubernetesObject, options: MaskOptions = {}): KubernetesObject {
  return createMasker([object], options).mask(object);
}
