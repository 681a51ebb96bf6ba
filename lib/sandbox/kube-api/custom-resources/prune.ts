import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';

/**
 * Drops what a structural schema does not name, unless it says `x-kubernetes-preserve-unknown-fields`; the paths go to
 * `dropped`. At the root apiVersion, kind and metadata are always known.
 */
export function prune(
  value: JsonValue,
  schema: JsonObject,
  dropped: string[],
  path = '',
  isRoot = true,
): JsonValue {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (!isJsonObject(items)) return value;
    return value.map((item, index) => prune(item, items, dropped, `${path}[${index}]`, false));
  }
  if (!isJsonObject(value)) return value;
  if (schema['x-kubernetes-embedded-resource'] === true) isRoot = true;
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const others = schema['additionalProperties'];
  const keepsUnknown = schema['x-kubernetes-preserve-unknown-fields'] === true || others === true;
  const result: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined) continue;
    const where = path === '' ? key : `${path}.${key}`;
    const property = properties[key];
    if (isRoot && ['apiVersion', 'kind', 'metadata'].includes(key)) result[key] = child;
    else if (isJsonObject(property)) result[key] = prune(child, property, dropped, where, false);
    else if (isJsonObject(others)) result[key] = prune(child, others, dropped, where, false);
    else if (keepsUnknown) result[key] = child;
    else dropped.push(where);
  }
  return result;
}
