import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';

/** Splits an RFC 6901 pointer; undefined where the text is none (it does not start with a slash). */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function formatPointer(parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The object without the value at the pointer; the same object where there is none. Later list items move up. */
export function removeAtPointer(object: JsonObject, path: readonly string[]): JsonObject {
  const result = removeAt(object, path);
  return isJsonObject(result) ? result : object;
}

function removeAt(value: JsonValue, path: readonly string[]): JsonValue {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(value)) return removeFromList(value, head, rest);
  if (!isJsonObject(value)) return value;
  const child = value[head];
  if (child === undefined) return value;
  if (rest.length === 0) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== head));
  const changed = removeAt(child, rest);
  return changed === child ? value : { ...value, [head]: changed };
}

function removeFromList(items: JsonValue[], head: string, rest: readonly string[]): JsonValue {
  if (!/^(0|[1-9]\d*)$/.test(head)) return items;
  const index = Number(head);
  const item = items[index];
  if (item === undefined) return items;
  if (rest.length === 0) return items.filter((_, position) => position !== index);
  const changed = removeAt(item, rest);
  return changed === item ? items : items.map((other, position) => (position === index ? changed : other));
}
