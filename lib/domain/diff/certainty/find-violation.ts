import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { schemaOfKey, type TypeSchema } from '../../structured-merge/schema/type-schema';
import { canonicalQuantity } from '../normalise/quantity';
import { RULES_BY_TYPE } from './type-rules';

/**
 * The first thing in a predicted object that the API server may refuse: a constraint of the schema or a known rule of
 * a type. What is the same in `live` is not looked at again. Undefined where nothing is found; the search is not
 * complete, it errs on the side of a dry run.
 */
export function findViolation(value: JsonValue, schema: TypeSchema, live?: JsonValue): string | undefined {
  const found = search(value, schema, live, undefined);
  return found && `${printPath(found.at)} ${found.problem}`.trimStart();
}

interface Step {
  above: Step | undefined;
  key: string | number;
}

interface Violation {
  at: Step | undefined;
  problem: string;
}

function search(
  value: JsonValue,
  schema: TypeSchema,
  live: JsonValue | undefined,
  at: Step | undefined,
): Violation | undefined {
  if (value === live) return undefined;
  const problem = violatesConstraint(value, schema);
  if (problem) return { at, problem };
  if (Array.isArray(value)) return searchItems(value, schema, live, at);
  if (!isJsonObject(value) || !schema.map) return undefined;
  const broken =
    schema.name === undefined ? undefined : RULES_BY_TYPE[schema.name.replace('io.k8s.api.', '')]?.(value);
  if (broken) return { at, problem: broken };
  const before = isJsonObject(live) ? live : {};
  for (const key in value) {
    const child = value[key];
    if (child === undefined || child === before[key]) continue;
    const below = schemaOfKey(schema.map, key);
    const found = below && search(child, below, before[key], { above: at, key });
    if (found) return found;
  }
  return undefined;
}

function searchItems(
  items: JsonValue[],
  { list }: TypeSchema,
  live: JsonValue | undefined,
  at: Step | undefined,
): Violation | undefined {
  const before = Array.isArray(live) ? live : [];
  for (const [index, item] of list ? items.entries() : []) {
    const found = list && search(item, list.item, before[index], { above: at, key: index });
    if (found) return found;
  }
  return undefined;
}

/** `spec.containers[0].image`; nothing for the object itself. */
function printPath(step: Step | undefined): string {
  if (!step) return '';
  const above = printPath(step.above);
  return typeof step.key === 'number'
    ? `${above}[${step.key}]`
    : above === ''
      ? step.key
      : `${above}.${step.key}`;
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
