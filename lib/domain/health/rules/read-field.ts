import { isJsonObject } from '../../resource/json';

/** `spec.paused`, or the keys one by one where a key holds a dot (labels, annotations). */
export type FieldPath = string | readonly string[];
export type ReadField = (value: unknown) => unknown;

/** Compiles a path once into a reader; a missing step and null both read as undefined. Digits index lists. */
export function fieldReader(path: FieldPath): ReadField {
  const keys = typeof path === 'string' ? path.split('.') : path;
  return (value) => {
    let current = value;
    for (const key of keys) {
      if (typeof current !== 'object' || current === null) return undefined;
      current = (current as Record<string, unknown>)[key];
    }
    return current ?? undefined;
  };
}

export function readField(value: unknown, path: FieldPath): unknown {
  return fieldReader(path)(value);
}

/** The text or number at the path as text; undefined for anything else. */
export function textAt(value: unknown, path: FieldPath): string | undefined {
  const found = readField(value, path);
  if (typeof found === 'string') return found;
  return typeof found === 'number' ? String(found) : undefined;
}

/** The number at the path (also a number written as text); undefined for anything else. */
export function numberAt(value: unknown, path: FieldPath): number | undefined {
  const found = readField(value, path);
  if (typeof found === 'number') return found;
  if (typeof found !== 'string' || found.trim() === '') return undefined;
  const parsed = Number(found);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** The members of a list or of a map, in order; empty for anything else. */
export function itemsAt(value: unknown, path: FieldPath): unknown[] {
  const found = readField(value, path);
  if (Array.isArray(found)) return found;
  return isJsonObject(found) ? Object.values(found) : [];
}

/** A condition as most controllers write it. */
export interface Condition {
  type?: string;
  status?: string;
  reason?: string;
  message?: string;
  observedGeneration?: number;
  severity?: string;
  lastTransitionTime?: string;
}

/** `status.conditions` (or the given list) without entries that are no objects. */
export function conditionsOf(value: unknown, path: FieldPath = 'status.conditions'): Condition[] {
  return itemsAt(value, path).filter((item): item is Condition => isJsonObject(item));
}

export function findCondition(value: unknown, type: string): Condition | undefined {
  return conditionsOf(value).find((condition) => condition.type === type);
}
