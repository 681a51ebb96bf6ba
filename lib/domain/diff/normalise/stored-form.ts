import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { isCompiledKind, schemaOfKey, type TypeSchema } from '../../structured-merge/schema/type-schema';
import { equalValues } from '../../structured-merge/typed/atom';
import type { DefaultRules } from './defaults/default-rule';
import { defaultPodRequests, POD_DEFAULTS } from './defaults/pod-defaults';
import { POLICY_DEFAULTS } from './defaults/policy-defaults';
import { WORKLOAD_DEFAULTS } from './defaults/workload-defaults';
import { canonicalQuantity } from './quantity';

const DEFAULTS = new Map<string, DefaultRules>(
  Object.entries({ ...POD_DEFAULTS, ...WORKLOAD_DEFAULTS, ...POLICY_DEFAULTS }).map(([name, rules]) => [
    `io.k8s.${name.startsWith('kube-aggregator') ? '' : 'api.'}${name}`,
    rules,
  ]),
);
const POD = 'io.k8s.api.core.v1.Pod';
const SECRET = 'io.k8s.api.core.v1.Secret';

/**
 * The object as the API server would store it: canonical quantities, base64 without line breaks, no nulls, no empty
 * values where they mean the same as none, defaults filled in. Custom resources get their schema's defaults. Parts
 * that are in that form already are shared with the argument.
 */
export function toStoredForm(object: JsonObject, schema: TypeSchema): JsonObject {
  const stored = (isCompiledKind(schema) ? compiled : custom)(object, schema);
  if (!isJsonObject(stored)) return object;
  return schema.name === POD ? defaultPodRequests(stored) : stored;
}

/**
 * {@link toStoredForm} of two versions of one object, leaving parts that they share as they are: those do not differ in
 * any form. So the cost is that of what differs.
 */
export function toStoredPair(a: JsonObject, b: JsonObject, schema: TypeSchema): [JsonObject, JsonObject] {
  const [left, right] = storedPair(a, b, schema, isCompiledKind(schema));
  if (!isJsonObject(left) || !isJsonObject(right)) return [a, b];
  return schema.name === POD ? [defaultPodRequests(left), defaultPodRequests(right)] : [left, right];
}

function storedPair(
  a: JsonValue,
  b: JsonValue,
  schema: TypeSchema,
  isCompiled: boolean,
): [JsonValue, JsonValue] {
  if (a === b) return [a, b];
  const walk = isCompiled ? compiled : custom;
  const { map, list } = schema;
  if (map && isJsonObject(a) && isJsonObject(b)) {
    let [left, right] = [a, b];
    for (const key in a) {
      const [from, to] = [a[key], b[key]];
      const below = from === undefined || to === undefined || from === to ? undefined : schemaOfKey(map, key);
      if (!below || from === undefined || to === undefined) continue;
      const [storedFrom, storedTo] = storedPair(from, to, below, isCompiled);
      if (storedFrom !== from)
        left = left === a ? { ...a, [key]: storedFrom } : assign(left, key, storedFrom);
      if (storedTo !== to) right = right === b ? { ...b, [key]: storedTo } : assign(right, key, storedTo);
    }
    return [storedShell(left, b, schema, walk), storedShell(right, a, schema, walk)];
  }
  if (list && Array.isArray(a) && Array.isArray(b)) {
    const pairs = a.map((item, index) => {
      const other = b[index];
      return other === undefined
        ? [walk(item, list.item), null]
        : storedPair(item, other, list.item, isCompiled);
    });
    const left = pairs.map(([item]) => item ?? null);
    const right = b.map((item, index) =>
      index < pairs.length ? (pairs[index]?.[1] ?? null) : walk(item, list.item),
    );
    return [left, right];
  }
  return [walk(a, schema), walk(b, schema)];
}

function assign(object: JsonObject, key: string, value: JsonValue): JsonObject {
  object[key] = value;
  return object;
}

/** What is left to do for one side of a pair: keys that only it has, absent values and defaults. */
function storedShell(object: JsonObject, other: JsonObject, schema: TypeSchema, walk: Walker): JsonObject {
  const own: JsonObject = {};
  for (const key in object) if (object[key] !== undefined && other[key] === undefined) own[key] = object[key];
  const extra = mapKeys(own, schema, walk);
  const whole = extra === own ? object : { ...object, ...extra };
  if (walk === custom) return withSchemaDefaults(whole, schema);
  const present = withoutAbsent(whole, schema, false);
  const rules = schema.name === undefined ? undefined : DEFAULTS.get(schema.name);
  return rules ? withDefaults(present, present, rules) : present;
}

/** {@link toStoredForm} without defaults: a manifest of a compiled kind as a typed client would send it. */
export function toTypedForm(object: JsonObject, schema: TypeSchema): JsonObject {
  const typed = isCompiledKind(schema) ? undefaulted(object, schema) : object;
  return isJsonObject(typed) ? typed : object;
}

type Walker = (value: JsonValue, schema: TypeSchema) => JsonValue;

function compiled(value: JsonValue, schema: TypeSchema): JsonValue {
  const walked = canonical(value, schema, compiled);
  const rules = schema.name === undefined ? undefined : DEFAULTS.get(schema.name);
  return rules && isJsonObject(walked) && isJsonObject(value) ? withDefaults(walked, value, rules) : walked;
}

function undefaulted(value: JsonValue, schema: TypeSchema): JsonValue {
  return canonical(value, schema, undefaulted);
}

function canonical(value: JsonValue, schema: TypeSchema, walk: Walker): JsonValue {
  if (typeof value !== 'object' || value === null) return scalar(value, schema);
  if (Array.isArray(value)) return mapItems(value, schema, walk);
  return schema.map ? withoutAbsent(mapKeys(value, schema, walk), schema, walk === undefaulted) : value;
}

/** Optional fields that are plain values in Go: false, 0 and the empty text are not stored. */
const DROPPED_WHEN_EMPTY = new Set([
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'minReadySeconds',
  'paused',
  'preserveUnknownFields',
  'publishNotReadyAddresses',
  'readOnly',
  'stdin',
  'stdinOnce',
  'tty',
  'workingDir',
]);

function withoutAbsent(object: JsonObject, schema: TypeSchema, isManifest: boolean): JsonObject {
  const isText = schema.map?.fields.size === 0 && schema.map.element?.scalar === 'string';
  let absent: Set<string> | undefined;
  let result = object;
  for (const key in object) {
    const child = object[key];
    if (child === null && isText) {
      // In a map of texts a null is stored as the empty text.
      if (result === object) result = { ...object };
      result[key] = '';
    } else if (child !== undefined && isAbsent(child, key, schema)) {
      // Rules of a role are always written out, so that an empty list in Git empties them.
      if (!isManifest || key !== 'rules' || child === null) (absent ??= new Set()).add(key);
    }
  }
  if (!absent) return result;
  return Object.fromEntries(Object.entries(result).filter(([key]) => !absent.has(key)));
}

/** Texts that are pointers in Go, in which an empty one is kept. */
const KEPT_TEXTS = new Set([
  'apiGroup',
  'ingressClassName',
  'loadBalancerClass',
  'runtimeClassName',
  'service',
  'storageClassName',
  'type',
  'volumeAttributesClassName',
]);

/**
 * What is not stored, and so as good as absent: null, an empty list, an empty free map, an empty optional text, and
 * the zero of a plain optional field. A struct without fields is stored.
 */
function isAbsent(value: JsonValue, key: string, parent: TypeSchema): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  const field = parent.map?.fields.get(key)?.type;
  if (!field) return false;
  if (typeof value === 'object') return isEmpty(value) && isFreeMap(field);
  if (DROPPED_WHEN_EMPTY.has(key)) return value === false || value === 0 || value === '';
  return value === '' && (!KEPT_TEXTS.has(key) || parent.name === SECRET) && !isRequired(parent, key);
}

function isRequired({ source }: TypeSchema, key: string): boolean {
  return Array.isArray(source?.required) && source.required.includes(key);
}

function isFreeMap(schema: TypeSchema): boolean {
  return schema.map?.fields.size === 0 && isJsonObject(schema.source?.additionalProperties);
}

function isEmpty(object: JsonObject): boolean {
  for (const key in object) if (object[key] !== undefined) return false;
  return true;
}

/** Constants fill what is absent; derived values are computed anew, and what they say replaces what is there. */
function withDefaults(object: JsonObject, original: JsonObject, rules: DefaultRules): JsonObject {
  let result = object;
  for (const [key, rule] of Object.entries(rules)) {
    const present = result[key];
    if (present !== undefined && (typeof rule !== 'function' || !isReplaced(key, present))) continue;
    const value = typeof rule === 'function' ? rule(result) : rule;
    if (value === undefined || equalValues(value, present)) continue;
    if (result === original) result = { ...original };
    result[key] = value;
  }
  return result;
}

function isReplaced(key: string, present: JsonValue): boolean {
  return typeof present === 'object' || key === 'serviceAccount';
}

function scalar(value: JsonValue, schema: TypeSchema): JsonValue {
  if (schema.format === 'quantity') return canonicalQuantity(value) ?? value;
  if (typeof value !== 'string') return value;
  if (schema.source?.format === 'byte') return /[\r\n]/.test(value) ? value.replace(/[\r\n]/g, '') : value;
  if (schema.name?.endsWith('.MicroTime')) return microTime(value);
  return value;
}

/** MicroTime is stored with six digits. */
function microTime(text: string): string {
  const [, seconds, digits = '', zone] = /^(.*:\d\d)(?:\.(\d+))?(Z)$/.exec(text) ?? [];
  return seconds === undefined ? text : `${seconds}.${digits.slice(0, 6).padEnd(6, '0')}${zone ?? ''}`;
}

function custom(value: JsonValue, schema: TypeSchema): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return mapItems(value, schema, custom);
  return schema.map ? mapKeys(withSchemaDefaults(value, schema), schema, custom) : value;
}

/** A custom resource's object with the defaults that its schema gives its fields. */
function withSchemaDefaults(value: JsonObject, schema: TypeSchema): JsonObject {
  const isEmbedded = schema.source?.['x-kubernetes-embedded-resource'] === true;
  let result: JsonObject = isEmbedded ? withoutNullTimestamp(value) : value;
  for (const [key, field] of schema.map?.fields ?? []) {
    if (field.default === undefined) continue;
    const present = value[key];
    if (present !== undefined && (present !== null || field.type.source?.nullable === true)) continue;
    if (result === value) result = { ...value };
    result[key] = field.default;
  }
  return result;
}

/** Embedded objects get typed metadata, in which a null timestamp is none. */
function withoutNullTimestamp(object: JsonObject): JsonObject {
  const { metadata } = object;
  if (!isJsonObject(metadata) || metadata.creationTimestamp !== null) return object;
  return {
    ...object,
    metadata: Object.fromEntries(Object.entries(metadata).filter(([key]) => key !== 'creationTimestamp')),
  };
}

function mapKeys(object: JsonObject, schema: TypeSchema, walk: Walker): JsonObject {
  const { map } = schema;
  if (!map) return object;
  let result = object;
  for (const key in object) {
    const child = object[key];
    const childSchema = schemaOfKey(map, key);
    if (child === undefined || !childSchema) continue;
    const walked = walk(child, childSchema);
    if (walked === child) continue;
    if (result === object) result = { ...object };
    result[key] = walked;
  }
  return result;
}

function mapItems(items: JsonValue[], schema: TypeSchema, walk: Walker): JsonValue[] {
  const { list } = schema;
  if (!list) return items;
  let result = items;
  items.forEach((item, index) => {
    const walked = walk(item, list.item);
    if (walked === item) return;
    if (result === items) result = [...items];
    result[index] = walked;
  });
  return result;
}
