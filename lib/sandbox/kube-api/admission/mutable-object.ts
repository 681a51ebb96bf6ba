import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { ObjectMeta } from '@/lib/domain/resource/kubernetes-object';

/** An object on its way into the store: a private copy, which admission may change. */
export interface MutableObject extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: JsonObject & ObjectMeta;
}

/** The child object at a key, made when it is absent. */
export function ensureObject(parent: JsonObject, key: string): JsonObject {
  const child = parent[key];
  if (isJsonObject(child)) return child;
  const made: JsonObject = {};
  parent[key] = made;
  return made;
}

export function objectAt(parent: JsonObject | undefined, ...path: string[]): JsonObject | undefined {
  let current: JsonValue | undefined = parent;
  for (const key of path) {
    if (!isJsonObject(current)) return undefined;
    current = current[key];
  }
  return isJsonObject(current) ? current : undefined;
}

export function objectsAt(parent: JsonObject | undefined, ...path: string[]): JsonObject[] {
  const list = valueAt(parent, ...path);
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

export function valueAt(parent: JsonObject | undefined, ...path: string[]): JsonValue | undefined {
  let current: JsonValue | undefined = parent;
  for (const key of path) {
    if (!isJsonObject(current)) return undefined;
    current = current[key];
  }
  return current;
}

export function textAt(parent: JsonObject | undefined, ...path: string[]): string | undefined {
  const value = valueAt(parent, ...path);
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(parent: JsonObject | undefined, ...path: string[]): number | undefined {
  const value = valueAt(parent, ...path);
  return typeof value === 'number' ? value : undefined;
}

/** Sets each absent key. */
export function fill(object: JsonObject, defaults: JsonObject): void {
  for (const [key, value] of Object.entries(defaults)) object[key] ??= structuredClone(value);
}

/** A copy without some keys. */
export function omit(object: object, ...keys: string[]): JsonObject {
  return Object.fromEntries(Object.entries(object as JsonObject).filter(([key]) => !keys.includes(key)));
}
