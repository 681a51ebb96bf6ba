import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { fieldErrors, typeNameOf, type FieldError } from '../status/field-error';

/** Checks a custom resource against its OpenAPI v3 schema; messages as the API server words them. */
export function validateSchema(value: JsonValue, schema: JsonObject, path = ''): FieldError[] {
  if (value === null && schema['nullable'] === true) return [];
  const typeError = checkType(value, schema, path);
  if (typeError) return [typeError];
  return [
    ...checkEnum(value, schema, path),
    ...checkLogic(value, schema, path),
    ...(typeof value === 'string' ? checkString(value, schema, path) : []),
    ...(typeof value === 'number' ? checkNumber(value, schema, path) : []),
    ...(Array.isArray(value) ? checkArray(value, schema, path) : []),
    ...(isJsonObject(value) ? checkObject(value, schema, path) : []),
  ];
}

const at = (path: string): string => (path === '' ? '<nil>' : path);

function checkType(value: JsonValue, schema: JsonObject, path: string): FieldError | undefined {
  const expected = schema['type'];
  if (schema['x-kubernetes-int-or-string'] === true) {
    const isEither = typeof value === 'string' || Number.isInteger(value);
    return isEither ? undefined : fieldErrors.type(at(path), value, 'integer,string');
  }
  if (typeof expected !== 'string') return undefined;
  const actual = typeNameOf(value);
  if (actual === expected || (expected === 'number' && actual === 'integer')) return undefined;
  return fieldErrors.type(at(path), value, expected);
}

function checkEnum(value: JsonValue, schema: JsonObject, path: string): FieldError[] {
  const allowed = schema['enum'];
  if (!Array.isArray(allowed) || allowed.some((each) => isDeepStrictEqual(each, value))) return [];
  return [fieldErrors.notSupported(at(path), value, allowed)];
}

function checkString(value: string, schema: JsonObject, path: string): FieldError[] {
  const errors: FieldError[] = [];
  const { pattern, minLength, maxLength, format } = schema;
  const length = Array.from(value).length;
  if (typeof minLength === 'number' && length < minLength)
    errors.push(
      fieldErrors.invalid(at(path), value, `${path} in body should be at least ${minLength} chars long`),
    );
  if (typeof maxLength === 'number' && length > maxLength)
    errors.push(fieldErrors.tooLong(at(path), maxLength));
  if (typeof pattern === 'string' && !matches(pattern, value))
    errors.push(fieldErrors.invalid(at(path), value, `${path} in body should match '${pattern}'`));
  if (typeof format === 'string' && !hasFormat(format, value))
    errors.push(
      fieldErrors.invalid(
        at(path),
        value,
        `${path} in body must be of type ${format}: ${JSON.stringify(value)}`,
      ),
    );
  return errors;
}

function checkNumber(value: number, schema: JsonObject, path: string): FieldError[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const errors: FieldError[] = [];
  const complain = (detail: string): number =>
    errors.push(fieldErrors.invalid(at(path), value, `${path} in body ${detail}`));
  if (typeof minimum === 'number') {
    if (exclusiveMinimum === true && value <= minimum) complain(`should be greater than ${minimum}`);
    else if (value < minimum) complain(`should be greater than or equal to ${minimum}`);
  }
  if (typeof maximum === 'number') {
    if (exclusiveMaximum === true && value >= maximum) complain(`should be less than ${maximum}`);
    else if (value > maximum) complain(`should be less than or equal to ${maximum}`);
  }
  if (typeof multipleOf === 'number' && value % multipleOf !== 0)
    complain(`should be a multiple of ${multipleOf}`);
  return errors;
}

function checkArray(value: JsonValue[], schema: JsonObject, path: string): FieldError[] {
  const { items, minItems, maxItems } = schema;
  const errors: FieldError[] = [];
  if (typeof minItems === 'number' && value.length < minItems)
    errors.push(
      fieldErrors.invalid(at(path), value.length, `${path} in body should have at least ${minItems} items`),
    );
  if (typeof maxItems === 'number' && value.length > maxItems)
    errors.push({
      reason: 'FieldValueInvalid',
      field: at(path),
      message: `Too many: ${value.length}: must have at most ${maxItems} items`,
    });
  if (isJsonObject(items))
    value.forEach((item, index) => errors.push(...validateSchema(item, items, `${path}[${index}]`)));
  return [...errors, ...checkListType(value, schema, path)];
}

/** Sets and keyed lists hold nothing twice. */
function checkListType(value: JsonValue[], schema: JsonObject, path: string): FieldError[] {
  const type = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'];
  if (type !== 'set' && type !== 'map') return [];
  const seen = new Set<string>();
  return value.flatMap((item, index) => {
    const identity =
      type === 'map' && isJsonObject(item) && Array.isArray(keys)
        ? Object.fromEntries(keys.filter((key) => typeof key === 'string').map((key) => [key, item[key]]))
        : item;
    const text = JSON.stringify(identity);
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [fieldErrors.duplicate(`${path}[${index}]`, identity)];
  });
}

function checkObject(value: JsonObject, schema: JsonObject, path: string): FieldError[] {
  const errors: FieldError[] = [];
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  for (const name of required) {
    if (typeof name === 'string' && value[name] === undefined)
      errors.push(fieldErrors.required(path === '' ? name : `${path}.${name}`));
  }
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const others = schema['additionalProperties'];
  for (const [key, child] of Object.entries(value)) {
    const property = properties[key] ?? others;
    if (child === undefined || !isJsonObject(property)) continue;
    errors.push(...validateSchema(child, property, path === '' ? key : `${path}.${key}`));
  }
  return errors;
}

function checkLogic(value: JsonValue, schema: JsonObject, path: string): FieldError[] {
  const branches = (key: string): JsonObject[] => {
    const list = schema[key];
    return Array.isArray(list) ? list.filter(isJsonObject) : [];
  };
  const fits = (branch: JsonObject): boolean => validateSchema(value, branch, path).length === 0;
  const errors = branches('allOf').flatMap((branch) => validateSchema(value, branch, path));
  const anyOf = branches('anyOf');
  const oneOf = branches('oneOf');
  const complain = (keyword: string, detail: string): number =>
    errors.push(
      fieldErrors.invalid(
        at(path),
        value,
        `"${path}" must validate ${keyword} (${keyword === 'not' ? 'not' : keyword}). ${detail}`,
      ),
    );
  if (anyOf.length > 0 && !anyOf.some(fits)) complain('at least one schema', 'anyOf');
  if (oneOf.length > 0) {
    const count = oneOf.filter(fits).length;
    if (count !== 1)
      complain('one and only one schema', `oneOf. Found ${count === 0 ? 'none' : count} valid`);
  }
  if (isJsonObject(schema['not']) && fits(schema['not'])) complain('not', 'must not validate the schema');
  return errors;
}

const compiled = new Map<string, RegExp | undefined>();

/** A pattern that only Go understands matches everything. */
function matches(pattern: string, value: string): boolean {
  if (!compiled.has(pattern)) {
    try {
      compiled.set(pattern, new RegExp(pattern, 'u'));
    } catch {
      compiled.set(pattern, undefined);
    }
  }
  return compiled.get(pattern)?.test(value) ?? true;
}

function hasFormat(format: string, value: string): boolean {
  switch (format) {
    case 'date-time':
      return /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(value);
    case 'ipv4':
      return /^(\d{1,3}\.){3}\d{1,3}$/.test(value);
    case 'uuid':
      return /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(value);
    case 'byte':
      return /^[A-Za-z0-9+/]*={0,2}$/.test(value);
    default:
      return true;
  }
}
