import { isJsonObject, type JsonObject, type JsonValue } from '../../resource/json';
import { itemElement } from '../fields/path-element';
import { schemaOfKey, type ListSchema, type TypeSchema } from '../schema/type-schema';

/** Whether an applied object still names every field of a FieldsV1 tree, so that applying it removes none of them. */
export function namesAllOwned(fields: JsonObject, applied: JsonValue, schema: TypeSchema): boolean {
  return namesAll(fields, applied, schema);
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
