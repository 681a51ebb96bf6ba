import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import { DEDUCED_SCHEMA, type FieldSchema, type TypeSchema } from '../structured-merge/schema/type-schema';
import { mergeKeyedList } from './merge-keyed-list';
import { mergePrimitiveList } from './merge-primitive-list';

const PATCH = '$patch';
const RETAIN_KEYS = '$retainKeys';
export const DELETE_PRIMITIVES = '$deleteFromPrimitiveList/';
export const ELEMENT_ORDER = '$setElementOrder/';

/**
 * Applies a strategic merge patch (`application/strategic-merge-patch+json`): lists are merged by the patch merge keys
 * of the schema, with the directives `$patch: replace|delete|merge`, `$retainKeys`, `$setElementOrder/…` and
 * `$deleteFromPrimitiveList/…`. The arguments are left as they are.
 */
export function strategicMergePatch(object: JsonObject, patch: JsonObject, schema: TypeSchema): JsonObject {
  return mergeObjects(object, patch, schema);
}

export function mergeObjects(object: JsonObject, patch: JsonObject, schema: TypeSchema): JsonObject {
  if (patch[PATCH] === 'replace') return withoutDirectives(patch);
  if (patch[PATCH] === 'delete') return {};
  const result: JsonObject = retain(object, patch[RETAIN_KEYS]);
  for (const key of listFieldsOf(patch)) {
    const merged = mergeList(result[key], patch, key, fieldOf(schema, key));
    if (merged !== undefined) result[key] = merged;
  }
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined || isDirective(key) || Array.isArray(value)) continue;
    const present = result[key];
    const field = fieldOf(schema, key);
    if (value === null) result[key] = undefined;
    else if (!isJsonObject(value)) result[key] = value;
    else if (!isJsonObject(present) || isReplaced(field)) {
      const created = value[PATCH] === 'delete' ? undefined : withoutDirectives(value);
      result[key] = created;
    } else if (value[PATCH] === 'delete') result[key] = undefined;
    else result[key] = mergeObjects(present, value, field?.type ?? DEDUCED_SCHEMA);
  }
  return withoutUndefined(result);
}

function withoutUndefined(object: JsonObject): JsonObject {
  const entries = Object.entries(object);
  return entries.some(([, value]) => value === undefined)
    ? Object.fromEntries(entries.filter(([, value]) => value !== undefined))
    : object;
}

/** Fields whose list the patch touches, be it only by an order or a deletion directive. */
function listFieldsOf(patch: JsonObject): Set<string> {
  const fields = new Set<string>();
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith(DELETE_PRIMITIVES)) fields.add(key.slice(DELETE_PRIMITIVES.length));
    else if (key.startsWith(ELEMENT_ORDER)) fields.add(key.slice(ELEMENT_ORDER.length));
    else if (Array.isArray(value) && key !== RETAIN_KEYS) fields.add(key);
  }
  return fields;
}

function mergeList(
  present: JsonValue | undefined,
  patch: JsonObject,
  key: string,
  field: FieldSchema | undefined,
): JsonValue | undefined {
  const items = listOf(patch[key]);
  const order = listOf(patch[`${ELEMENT_ORDER}${key}`]);
  const removed = listOf(patch[`${DELETE_PRIMITIVES}${key}`]);
  if (!field?.patchStrategies.includes('merge')) return items ? items.map(cleanItem) : present;
  const current = listOf(present) ?? [];
  const merged =
    field.patchMergeKey === undefined
      ? mergePrimitiveList(current, items ?? [], order, removed ?? [])
      : mergeKeyedList(current, items ?? [], order, {
          key: field.patchMergeKey,
          merge: (a, b) => mergeObjects(a, b, field.type.list?.item ?? DEDUCED_SCHEMA),
          clean: withoutDirectives,
        });
  return merged.length === 0 && present === undefined && items === undefined ? undefined : merged;
}

function listOf(value: JsonValue | undefined): JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function fieldOf(schema: TypeSchema, key: string): FieldSchema | undefined {
  const field = schema.map?.fields.get(key);
  if (field) return field;
  const element = schema.map?.element;
  return element ? { type: element, patchStrategies: [] } : undefined;
}

function isReplaced(field: FieldSchema | undefined): boolean {
  return field?.patchStrategies.includes('replace') ?? false;
}

function retain(object: JsonObject, keys: JsonValue | undefined): JsonObject {
  if (!Array.isArray(keys)) return { ...object };
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
}

function isDirective(key: string): boolean {
  return (
    key === PATCH || key === RETAIN_KEYS || key.startsWith(ELEMENT_ORDER) || key.startsWith(DELETE_PRIMITIVES)
  );
}

function cleanItem(item: JsonValue): JsonValue {
  return isJsonObject(item) ? withoutDirectives(item) : item;
}

/** A patch that has nothing to merge with: its values without directives, deletions and nulls. */
export function withoutDirectives(patch: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined || value === null || isDirective(key)) continue;
    if (Array.isArray(value)) {
      const kept = value.filter((item) => !(isJsonObject(item) && item[PATCH] === 'delete'));
      result[key] = kept.map(cleanItem);
    } else result[key] = cleanItem(value);
  }
  return result;
}
