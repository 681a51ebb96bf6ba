import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { Application } from '@/lib/domain/application/application';

/** Keeps only the named paths (`items.status.sync` or `status.sync`); `-` in front drops them instead. Empty: everything. */
export function projectFields(application: Application, fields: readonly string[]): Partial<Application> {
  const paths = fields
    .map((field) => ({
      drop: field.startsWith('-'),
      path: field
        .replace(/^-/, '')
        .replace(/^items\./, '')
        .split('.'),
    }))
    .filter(({ path }) => path[0] !== 'metadata' || path[1] !== 'continue');
  if (paths.length === 0) return application;
  // An Application is JSON; its interface only lacks the index signature.
  const source = application as unknown as JsonObject;
  if (paths.every(({ drop }) => drop)) return paths.reduce((kept, { path }) => without(kept, path), source);
  const kept: JsonObject = {};
  for (const { drop, path } of paths) if (!drop) copy(source, kept, path);
  return kept;
}

function copy(from: JsonObject, to: JsonObject, [head = '', ...tail]: string[]): void {
  const value = from[head];
  if (value === undefined) return;
  if (tail.length === 0 || !isJsonObject(value)) {
    to[head] = value;
    return;
  }
  const inner = isJsonObject(to[head]) ? to[head] : {};
  to[head] = inner;
  copy(value, inner, tail);
}

function without(object: JsonObject, [head = '', ...tail]: string[]): JsonObject {
  const value = object[head];
  if (tail.length === 0) return Object.fromEntries(Object.entries(object).filter(([key]) => key !== head));
  return isJsonObject(value) ? { ...object, [head]: without(value, tail) } : object;
}
