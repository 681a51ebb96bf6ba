import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { readLastApplied } from '../../structured-merge/managed/last-applied';
import { itemElement } from '../../structured-merge/fields/path-element';
import { schemaOfKey, type ListSchema, type TypeSchema } from '../../structured-merge/schema/type-schema';
import { equalValues } from '../../structured-merge/typed/atom';

/** Whether the desired object still names every field that `manager` applied last (server-side), so that none is removed. */
export function namesAllOwned(
  desired: JsonObject,
  live: KubernetesObject,
  manager: string,
  schema: TypeSchema,
): boolean {
  const ours = (live.metadata.managedFields ?? []).find(
    (entry) => entry.manager === manager && entry.operation === 'Apply' && !entry.subresource,
  );
  return !ours?.fieldsV1 || namesAll(ours.fieldsV1, desired, schema);
}

function namesAll(fields: JsonObject, value: JsonValue, schema: TypeSchema | undefined): boolean {
  let elements: Map<string, JsonValue> | undefined;
  for (const element in fields) {
    if (element === '.') continue;
    const below = fields[element] as JsonObject;
    let child: JsonValue | undefined;
    let childSchema: TypeSchema | undefined;
    if (element.startsWith('f:')) {
      const key = element.slice(2);
      child = isJsonObject(value) ? value[key] : undefined;
      childSchema = schema?.map && schemaOfKey(schema.map, key);
    } else {
      if (!schema?.list || !Array.isArray(value)) return false;
      child = (elements ??= byElement(value, schema.list)).get(element);
      childSchema = schema.list.item;
    }
    if (child === undefined || !namesAll(below, child, childSchema)) return false;
  }
  return true;
}

function byElement(items: JsonValue[], list: ListSchema): Map<string, JsonValue> {
  const elements = new Map<string, JsonValue>();
  for (const item of items) {
    const found = itemElement(list, item);
    if ('element' in found) elements.set(found.element, item);
  }
  return elements;
}

/** Whether the desired object still has every key and list item of the last-applied configuration (client-side). */
export function namesAllApplied(desired: JsonObject, live: KubernetesObject): boolean {
  const original = readLastApplied(live) as unknown as JsonObject | undefined;
  return !original || keepsAll(original, desired);
}

function keepsAll(original: JsonValue, desired: JsonValue | undefined): boolean {
  if (isJsonObject(original)) {
    if (!isJsonObject(desired)) return false;
    for (const key in original) {
      const before = original[key];
      // An empty map that is left out takes nothing with it.
      if (before === undefined || (isJsonObject(before) && Object.keys(before).length === 0)) continue;
      if (!keepsAll(before, desired[key])) return false;
    }
    return true;
  }
  if (Array.isArray(original)) return equalValues(original, desired);
  return desired !== undefined;
}
