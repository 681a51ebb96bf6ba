import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { schemaOfKey, type TypeSchema } from '../../structured-merge/schema/type-schema';
import { canonicalQuantity } from '../normalise/quantity';
import { RULES_BY_TYPE } from './type-rules';

/**
 * The first thing in a predicted object that the API server may refuse: a constraint of the schema or a known rule of
 * a type. Undefined where nothing is found; the search is not complete, it errs on the side of a dry run.
 */
export function findViolation(value: JsonValue, schema: TypeSchema, path = ''): string | undefined {
  const own = violatesConstraint(value, schema);
  if (own) return `${path || 'object'} ${own}`;
  if (Array.isArray(value)) {
    return schema.list
      ? firstOf(value, (item, index) => findViolation(item, schema.list?.item ?? schema, `${path}[${index}]`))
      : undefined;
  }
  if (!isJsonObject(value) || !schema.map) return undefined;
  const broken = RULES_BY_TYPE[schema.name?.replace('io.k8s.api.', '') ?? '']?.(value);
  if (broken) return `${path || 'object'}: ${broken}`;
  for (const key in value) {
    const child = value[key];
    const below = schemaOfKey(schema.map, key);
    const found =
      child === undefined || !below ? undefined : findViolation(child, below, path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}

function firstOf(
  items: JsonValue[],
  find: (item: JsonValue, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found) return found;
  }
  return undefined;
}

function violatesConstraint(value: JsonValue, { source, format, map, name }: TypeSchema): string | undefined {
  if (!source) return undefined;
  if (value === null) return source.nullable === true || map ? undefined : 'is null';
  if (format === 'quantity' && canonicalQuantity(value) === undefined) return 'is no quantity';
  if (format === 'integer' && typeof value === 'number' && !Number.isInteger(value)) return 'is no integer';
  if (Array.isArray(source.enum) && !source.enum.includes(value)) return 'is not one of the allowed values';
  if (source['x-kubernetes-validations'] !== undefined) return 'has validation rules';
  if (typeof value === 'number') return violatesRange(value, source);
  if (typeof value === 'string') return violatesText(value, source);
  if (Array.isArray(value)) return violatesCount(value.length, source, 'Items');
  if (!isJsonObject(value)) return undefined;
  const isNamedReference = name?.startsWith('io.k8s.') ?? false;
  const required = Array.isArray(source.required) ? source.required : [];
  const missing = required.find(
    (key) =>
      typeof key === 'string' && value[key] === undefined && !isDefaulted(source, key, isNamedReference),
  );
  return missing === undefined
    ? violatesCount(Object.keys(value).length, source, 'Properties')
    : `lacks ${JSON.stringify(missing)}`;
}

/** Compiled types list as required what is always written out; an empty list or text is that too. */
function isDefaulted(source: JsonObject, key: string, isCompiled: boolean): boolean {
  const property = isJsonObject(source.properties) ? source.properties[key] : undefined;
  if (!isJsonObject(property)) return false;
  return (
    property.default !== undefined ||
    (isCompiled && (property.type === 'array' || property.type === 'object'))
  );
}

function violatesRange(value: number, { minimum, maximum, multipleOf }: JsonObject): string | undefined {
  if (typeof minimum === 'number' && value < minimum) return `is below ${minimum}`;
  if (typeof maximum === 'number' && value > maximum) return `is above ${maximum}`;
  return typeof multipleOf === 'number' && value % multipleOf !== 0
    ? `is no multiple of ${multipleOf}`
    : undefined;
}

function violatesText(value: string, source: JsonObject): string | undefined {
  if (typeof source.pattern === 'string' && !matches(source.pattern, value))
    return 'does not match its pattern';
  if (source.format === 'byte' && !/^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/.test(value)) return 'is not base64';
  if (source.format === 'byte' && value.replace(/[\r\n]/g, '').length % 4 !== 0)
    return 'is not padded base64';
  return violatesCount(value.length, source, 'Length');
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    return false;
  }
}

function violatesCount(
  count: number,
  source: JsonObject,
  what: 'Items' | 'Properties' | 'Length',
): string | undefined {
  const [least, most] = [source[`min${what}`], source[`max${what}`]];
  if (typeof least === 'number' && count < least) return `has fewer than ${least} ${what.toLowerCase()}`;
  return typeof most === 'number' && count > most ? `has more than ${most} ${what.toLowerCase()}` : undefined;
}
