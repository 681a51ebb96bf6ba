import { isJsonObject, type JsonValue } from '../resource/json';
import type { FieldChange, ResourceComparison } from '../diff/resource-comparison';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { LAST_APPLIED_ANNOTATION } from '../structured-merge/managed/last-applied';
import { createMasker, type Masker } from './create-masker';
import { maskText } from './mask-text';
import { isSecret, type MaskOptions } from './secret-values';

/**
 * A comparison that may leave the server. `versions` are further versions of the object (the raw live and target ones),
 * so that the same value has the same mask wherever the caller shows it.
 */
export function maskComparison(
  comparison: ResourceComparison,
  options: MaskOptions = {},
  versions: readonly (KubernetesObject | undefined)[] = [],
): ResourceComparison {
  const { live, predicted } = comparison;
  const all = [...versions, live, predicted];
  const known = all.filter((object) => object !== undefined);
  const [any] = known;
  if (!any || (!isSecret(any) && (options.sensitiveAnnotations ?? []).length === 0)) return comparison;
  const masker = createMasker(all, options);
  const text = (message: string | undefined) => message && maskText(message, known, options);
  return {
    ...comparison,
    ...(comparison.uncertainty === undefined ? {} : { uncertainty: text(comparison.uncertainty) ?? '' }),
    ...(comparison.refusal === undefined ? {} : { refusal: text(comparison.refusal) ?? '' }),
    live: live && masker.mask(live),
    predicted: predicted && masker.mask(predicted),
    changes: comparison.changes.map((change) => maskChange(change, masker, isSecret(any), options)),
  };
}

function maskChange(
  change: FieldChange,
  masker: Masker,
  isInSecret: boolean,
  options: MaskOptions,
): FieldChange {
  const names = change.path.map((element) => (element.startsWith('f:') ? element.slice(2) : element));
  const masked = { ...change };
  if (change.live !== undefined) masked.live = maskAt(change.live, names, masker, isInSecret, options);
  if (change.desired !== undefined)
    masked.desired = maskAt(change.desired, names, masker, isInSecret, options);
  return masked;
}

/** The value at a path of an object, masked as the whole object would be. */
function maskAt(
  value: JsonValue,
  [first, second, third, ...rest]: readonly string[],
  masker: Masker,
  isInSecret: boolean,
  options: MaskOptions,
): JsonValue {
  const isValueMap = isInSecret && (first === 'data' || first === 'stringData');
  if (isValueMap && second !== undefined) return masker.maskValue(second, value, first === 'data');
  if (isValueMap)
    return isJsonObject(value)
      ? eachOf(value, (key, child) => masker.maskValue(key, child, first === 'data'))
      : '++++++++';
  if (first !== 'metadata') return value;
  if (second === undefined && isJsonObject(value)) {
    return eachOf(value, (key, child) => maskAt(child, ['metadata', key], masker, isInSecret, options));
  }
  if (second !== 'annotations') return value;
  if (third === undefined && isJsonObject(value)) {
    return eachOf(value, (key, child) =>
      maskAt(child, ['metadata', 'annotations', key], masker, isInSecret, options),
    );
  }
  const name = third ?? rest.join('.');
  if (name === LAST_APPLIED_ANNOTATION) return '++++++++';
  return options.sensitiveAnnotations?.includes(name)
    ? masker.maskValue(`annotation/${name}`, value, false)
    : value;
}

function eachOf(
  object: Record<string, JsonValue | undefined>,
  mask: (key: string, value: JsonValue) => JsonValue,
) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, value === undefined ? value : mask(key, value)]),
  );
}
