import { isJsonObject, type JsonObject } from '../../resource/json';
import { isCompiledKind, type TypeSchema } from '../schema/type-schema';

/** Fields that are embedded structs in every compiled kind, for documents that leave the defaults out. */
const STRUCTS = new Set([
  'metadata',
  'spec',
  'status',
  'template',
  'strategy',
  'updateStrategy',
  'resources',
]);

/**
 * What the API server takes as "before" at a create. A compiled kind starts as its empty Go value, whose embedded
 * structs (`default: {}`) and required fields are already there and so belong to nobody; a custom resource starts
 * with nothing.
 */
export function emptyObjectOf(schema: TypeSchema): JsonObject {
  if (!isCompiledKind(schema)) return {};
  return emptyStruct(schema, schema.map?.fields.get('metadata')?.default !== undefined);
}

function emptyStruct(schema: TypeSchema, hasDefaults: boolean): JsonObject {
  const result: JsonObject = {};
  const required = Array.isArray(schema.source?.required) ? schema.source.required : [];
  for (const [key, field] of schema.map?.fields ?? []) {
    const isStruct = hasDefaults
      ? isJsonObject(field.default)
      : STRUCTS.has(key) && field.type.map !== undefined;
    if (isStruct) result[key] = emptyStruct(field.type, hasDefaults);
    else if (required.includes(key)) result[key] = field.default ?? null;
  }
  return result;
}
