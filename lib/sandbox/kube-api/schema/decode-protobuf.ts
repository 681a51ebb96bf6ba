import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { BUILTIN_KINDS } from '../registry/builtin-kinds';
import { apiVersionOf } from '../registry/kind-definition';
import { modelOfSchema, schemaNameOf } from './builtin-schemas';
import numbers from './protobuf-fields.json';
import { bytesOf, integerOf, readFields, textOf } from './protobuf-reader';
import { propertyOf, resolveSchema } from './resolve-schema';

/** `k8s\0`, before the envelope (`runtime.Unknown`). */
const MAGIC = [0x6b, 0x38, 0x73, 0x00];

interface FieldNumber {
  name: string;
  /** The model whose fields stand here as if they were the message's own. */
  embedded: string | undefined;
}

const cache = new Map<string, Map<number, FieldNumber>>();

/** A body in Kubernetes' protobuf, which kubectl's generators send for built-in kinds, as JSON; undefined if it is none. */
export function decodeProtobuf(body: Uint8Array): JsonObject | undefined {
  if (!MAGIC.every((byte, index) => body[index] === byte)) return undefined;
  let apiVersion = '';
  let kind = '';
  let raw: Uint8Array = new Uint8Array();
  for (const { number, value } of readFields(body.subarray(MAGIC.length))) {
    if (number === 2) raw = bytesOf(value);
    if (number !== 1) continue;
    for (const field of readFields(bytesOf(value))) {
      if (field.number === 1) apiVersion = textOf(field.value);
      if (field.number === 2) kind = textOf(field.value);
    }
  }
  if (kind === 'DeleteOptions')
    return decodeMessage(raw, reference('io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions'));
  const definition = BUILTIN_KINDS.find((each) => each.kind === kind && apiVersionOf(each) === apiVersion);
  if (!definition) return undefined;
  return { ...decodeMessage(raw, reference(schemaNameOf(definition))), apiVersion, kind };
}

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function decodeMessage(message: Uint8Array, schema: JsonObject): JsonObject {
  const { schema: type, name } = resolveSchema(schema);
  const result: JsonObject = {};
  decodeInto(result, message, modelOfSchema(name) ?? '', type);
  return result;
}

function decodeInto(result: JsonObject, message: Uint8Array, model: string, type: JsonObject): void {
  const fields = numbersOf(model);
  for (const { number, value } of readFields(message)) {
    const field = fields.get(number);
    if (!field) continue;
    if (field.embedded !== undefined) {
      decodeInto(result, bytesOf(value), field.embedded, type);
      continue;
    }
    const property = propertyOf(type, field.name);
    if (!property) continue;
    const { schema } = resolveSchema(property);
    const before = result[field.name];
    if (schema['type'] === 'array') {
      const item = decodeValue(value, isJsonObject(schema['items']) ? schema['items'] : {});
      result[field.name] = [...(Array.isArray(before) ? before : []), item];
    } else if (isJsonObject(schema['additionalProperties'])) {
      const entry = decodeEntry(bytesOf(value), schema['additionalProperties']);
      result[field.name] = { ...(isJsonObject(before) ? before : {}), ...entry };
    } else result[field.name] = decodeValue(value, property);
  }
}

function decodeEntry(message: Uint8Array, schema: JsonObject): JsonObject {
  let key = '';
  let entry: JsonValue = schema['type'] === 'string' ? '' : {};
  for (const { number, value } of readFields(message)) {
    if (number === 1) key = textOf(value);
    if (number === 2) entry = decodeValue(value, schema);
  }
  return { [key]: entry };
}

function decodeValue(value: bigint | Uint8Array, property: JsonObject): JsonValue {
  const { schema, typeName } = resolveSchema(property);
  if (typeName === 'Quantity') return firstText(bytesOf(value));
  if (schema['format'] === 'int-or-string') return decodeIntOrString(bytesOf(value));
  if (schema['x-kubernetes-preserve-unknown-fields'] === true)
    return JSON.parse(firstText(bytesOf(value)) || '{}') as JsonValue;
  switch (schema['type']) {
    case 'string':
      if (schema['format'] === 'date-time') return decodeTime(bytesOf(value));
      return schema['format'] === 'byte' ? Buffer.from(bytesOf(value)).toString('base64') : textOf(value);
    case 'boolean':
      return value === 1n;
    case 'integer':
      return integerOf(value);
    case 'array':
      // A list within a map stands in a message of its own.
      return [...readFields(bytesOf(value))].map((item) => textOf(item.value));
    case 'object':
      return decodeMessage(bytesOf(value), property);
    default:
      return null;
  }
}

function firstText(message: Uint8Array): string {
  for (const { number, value } of readFields(message)) if (number === 1) return textOf(value);
  return '';
}

function decodeIntOrString(message: Uint8Array): JsonValue {
  let isText = false;
  let number = 0;
  let text = '';
  for (const field of readFields(message)) {
    if (field.number === 1) isText = field.value === 1n;
    if (field.number === 2) number = integerOf(field.value);
    if (field.number === 3) text = textOf(field.value);
  }
  return isText ? text : number;
}

/** An empty time is null. */
function decodeTime(message: Uint8Array): JsonValue {
  for (const { number, value } of readFields(message))
    if (number === 1) return new Date(integerOf(value) * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  return null;
}

function numbersOf(model: string): Map<number, FieldNumber> {
  const known = cache.get(model);
  if (known) return known;
  const text = (numbers as Record<string, string>)[model] ?? '';
  const fields = new Map(
    text
      .split(' ')
      .filter((entry) => entry !== '')
      .map((entry): [number, FieldNumber] => {
        const [name = '', number = ''] = entry.split('=');
        return [Number(number), { name, embedded: name.startsWith('+') ? name.slice(1) : undefined }];
      }),
  );
  cache.set(model, fields);
  return fields;
}
