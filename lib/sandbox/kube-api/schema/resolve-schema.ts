import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { builtinSchemas } from './builtin-schemas';

const PREFIX = '#/components/schemas/';

export interface ResolvedSchema {
  schema: JsonObject;
  /** The type's name in OpenAPI; '' for anonymous types. */
  name: string;
  /** Last part of the type's name (`DeploymentSpec`); '' for anonymous types. */
  typeName: string;
}

/** Follows `$ref`, also below a single `allOf`, into the built-in types. */
export function resolveSchema(schema: JsonObject): ResolvedSchema {
  const reference = referenceOf(schema);
  if (reference === undefined) return { schema, name: '', typeName: '' };
  const name = reference.slice(PREFIX.length);
  return { schema: builtinSchemas()[name] ?? {}, name, typeName: name.slice(name.lastIndexOf('.') + 1) };
}

export function propertyOf(schema: JsonObject, name: string): JsonObject | undefined {
  const { properties } = schema;
  const property = isJsonObject(properties) ? properties[name] : undefined;
  return isJsonObject(property) ? property : undefined;
}

function referenceOf(schema: JsonObject): string | undefined {
  if (typeof schema['$ref'] === 'string') return schema['$ref'];
  const [only] = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  return isJsonObject(only) && typeof only['$ref'] === 'string' ? only['$ref'] : undefined;
}
