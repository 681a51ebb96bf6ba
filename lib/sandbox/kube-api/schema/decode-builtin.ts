import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { typeNameOf } from '../status/field-error';
import { canonicalQuantity } from './canonical-quantity';
import { isOmittedZero } from './omitted-zeros';
import { propertyOf, resolveSchema } from './resolve-schema';

/** A value that the type cannot hold; the message is that of Go's JSON decoder. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

export interface Decoded {
  value: JsonObject;
  /** Paths of fields that the type does not have (`spec.template.spec.containers[0].colour`); they are left out. */
  unknown: string[];
}

/**
 * What remains of a document after decoding into the API server's types and encoding again: unknown fields, nulls, empty
 * lists and maps and zero values go, quantities get their canonical text. Throws {@link DecodeError}.
 */
export function decodeBuiltin(document: JsonObject, schema: JsonObject): Decoded {
  const unknown: string[] = [];
  const decoder = new Decoder(unknown);
  return { value: decoder.decodeObject(document, schema, ''), unknown };
}

class Decoder {
  readonly #unknown: string[];

  constructor(unknown: string[]) {
    this.#unknown = unknown;
  }

  decodeObject(document: JsonObject, reference: JsonObject, path: string): JsonObject {
    const { schema, typeName } = resolveSchema(reference);
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    const result: JsonObject = {};
    for (const [field, value] of Object.entries(document)) {
      const where = path === '' ? field : `${path}.${field}`;
      const property = propertyOf(schema, field);
      if (property === undefined) {
        if (schema['x-kubernetes-preserve-unknown-fields'] === true) result[field] = value;
        else this.#unknown.push(where);
        continue;
      }
      const decoded = this.#decode(value, property, where, typeName);
      if (decoded === undefined) continue;
      if (isOmittedZero(typeName, field, decoded, required.includes(field))) continue;
      result[field] = decoded;
    }
    return result;
  }

  #decode(
    value: JsonValue | undefined,
    reference: JsonObject,
    path: string,
    owner: string,
  ): JsonValue | undefined {
    if (value === null || value === undefined) return undefined;
    const { schema, typeName } = resolveSchema(reference);
    const fail = (expected: string): never => fails(value, owner, path, expected);
    if (typeName === 'Quantity') return quantityOf(value, fail);
    if (Array.isArray(schema['oneOf'])) {
      return typeof value === 'string' || Number.isInteger(value) ? value : fail('intstr.IntOrString');
    }
    switch (schema['type']) {
      case 'array':
        return Array.isArray(value) ? this.#decodeList(value, schema, path, owner) : fail(goTypeOf(schema));
      case 'object':
        if (!isJsonObject(value)) return fail(typeName === '' ? goTypeOf(schema) : `v1.${typeName}`);
        if (isJsonObject(schema['additionalProperties'])) {
          return this.#decodeMap(value, schema['additionalProperties'], path, owner);
        }
        return this.decodeObject(value, reference, path);
      case 'string':
        return typeof value === 'string' ? value : fail('string');
      case 'boolean':
        return typeof value === 'boolean' ? value : fail('bool');
      case 'integer':
        return Number.isInteger(value) ? value : fail(goTypeOf(schema));
      case 'number':
        return typeof value === 'number' ? value : fail('float64');
      default:
        return value;
    }
  }

  #decodeList(items: JsonValue[], schema: JsonObject, path: string, owner: string): JsonValue[] | undefined {
    const itemSchema = isJsonObject(schema['items']) ? schema['items'] : {};
    const decoded = items
      .map((item, index) => this.#decode(item, itemSchema, `${path}[${index}]`, owner))
      .filter((item) => item !== undefined);
    return decoded.length > 0 ? decoded : undefined;
  }

  #decodeMap(map: JsonObject, schema: JsonObject, path: string, owner: string): JsonObject | undefined {
    const result: JsonObject = {};
    for (const [key, value] of Object.entries(map)) {
      // A null in a map of strings is decoded as the empty string.
      const decoded =
        value === null && schema['type'] === 'string' ? '' : this.#decode(value, schema, path, owner);
      if (decoded !== undefined) result[key] = decoded;
    }
    return Object.keys(result).length > 0 ? result : undefined;
  }
}

function quantityOf(value: JsonValue, fail: (expected: string) => never): string {
  if (typeof value !== 'string' && typeof value !== 'number') return fail('resource.Quantity');
  const canonical = canonicalQuantity(value);
  if (canonical !== undefined) return canonical;
  throw new DecodeError(
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  );
}

function fails(value: JsonValue, owner: string, path: string, expected: string): never {
  const plain = path.replace(/\[\d+\]/g, '');
  const kind = typeNameOf(value);
  const found = kind === 'integer' ? 'number' : kind === 'boolean' ? 'bool' : kind;
  throw new DecodeError(
    `json: cannot unmarshal ${found} into Go struct field ${owner}.${plain} of type ${expected}`,
  );
}

function goTypeOf(schema: JsonObject): string {
  if (schema['type'] === 'integer') return schema['format'] === 'int32' ? 'int32' : 'int64';
  if (schema['type'] === 'boolean') return 'bool';
  if (schema['type'] === 'array') {
    const items = isJsonObject(schema['items']) ? resolveSchema(schema['items']) : undefined;
    return `[]${items && items.typeName !== '' ? `v1.${items.typeName}` : goTypeOf(items?.schema ?? {})}`;
  }
  if (schema['type'] === 'object') {
    const values = isJsonObject(schema['additionalProperties'])
      ? resolveSchema(schema['additionalProperties'])
      : undefined;
    return `map[string]${goTypeOf(values?.schema ?? {})}`;
  }
  return 'string';
}
