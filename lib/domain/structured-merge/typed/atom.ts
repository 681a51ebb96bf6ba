import { isJsonObject, type JsonObject, type JsonValue } from '../../resource/json';
import type { ListSchema, MapSchema, ScalarType, TypeSchema } from '../schema/type-schema';

/** The shape by which one value is treated. */
export type Atom =
  | { kind: 'map'; map: MapSchema }
  | { kind: 'scalar'; scalar: ScalarType }
  | { kind: 'list'; list: ListSchema };

/** Picks the shape that fits the value; a null takes any, a value that fits none is treated as the schema says. */
export function atomOf(schema: TypeSchema, value: JsonValue | undefined): Atom {
  const { map, scalar, list } = schema;
  if (value !== null && value !== undefined) {
    if (Array.isArray(value)) {
      if (list) return { kind: 'list', list };
    } else if (typeof value === 'object') {
      if (map) return { kind: 'map', map };
    } else if (scalar) return { kind: 'scalar', scalar };
  }
  if (map) return { kind: 'map', map };
  if (list && !scalar) return { kind: 'list', list };
  return { kind: 'scalar', scalar: scalar ?? 'untyped' };
}

/** The shapes of two sides of one field: one where they agree or one side is absent, else both. */
export function atomsOf(
  schema: TypeSchema,
  left: JsonValue | undefined,
  right: JsonValue | undefined,
): Atom[] {
  if (left === undefined || left === null) return [atomOf(schema, right ?? left)];
  if (right === undefined || right === null) return [atomOf(schema, left)];
  const a = atomOf(schema, left);
  const b = atomOf(schema, right);
  return a.kind === b.kind ? [b] : [a, b];
}

export function mapValue(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

export function listValue(value: JsonValue | undefined): JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function isEmptyObject(value: JsonObject): boolean {
  for (const key in value) if (value[key] !== undefined) return false;
  return true;
}

/** Deep equality of JSON; a key that is undefined counts as absent. */
export function equalValues(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => equalValues(item, b[index]));
  }
  if (Array.isArray(b)) return false;
  for (const key in a) if (!equalValues(a[key], b[key])) return false;
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
}
