import { isJsonObject, type JsonObject } from '../../resource/json';
import { isCompiledKind, type TypeSchema } from '../schema/type-schema';

/**
 * What the API server takes as "before" at a create. A compiled kind starts as its empty Go value, whose embedded
 * structs (`default: {}`) and required fields are already there and so belong to nobody; a custom resource starts
 * with nothing. Compiled kinds are told by the default of their metadata.
 */
export function emptyObjectOf(schema: TypeSchema): JsonObject {
  return isCompiledKind(schema) ? emptyStruct(schema) : {};
}

function emptyStruct(schema: TypeSchema): JsonObject {
  const result: JsonObject = {};
  const required = Array.isArray(schema.source?.required) ? schema.source.required : [];
  for (const [key, field] of schema.map?.fields ?? []) {
    if (isJsonObject(field.default)) result[key] = emptyStruct(field.type);
    else if (required.includes(key)) result[key] = field.default ?? null;
  }
  return result;
}
