import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';

/** Fills in `default`s of a structural schema; a null where the schema has a default and is not nullable is replaced too. */
export function applyDefaults(value: JsonValue, schema: JsonObject): JsonValue {
  if (Array.isArray(value)) {
    const { items } = schema;
    return isJsonObject(items) ? value.map((item) => applyDefaults(item, items)) : value;
  }
  if (!isJsonObject(value)) return value;
  const result: JsonObject = { ...value };
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  for (const [key, property] of Object.entries(properties)) {
    if (!isJsonObject(property)) continue;
    const isNull = result[key] === null && property['nullable'] !== true;
    if ((result[key] === undefined || isNull) && property['default'] !== undefined)
      result[key] = structuredClone(property['default']);
    const child = result[key];
    if (child !== undefined) result[key] = applyDefaults(child, property);
  }
  const others = schema['additionalProperties'];
  if (isJsonObject(others)) {
    for (const [key, child] of Object.entries(result)) {
      if (!(key in properties) && child !== undefined) result[key] = applyDefaults(child, others);
    }
  }
  return result;
}
