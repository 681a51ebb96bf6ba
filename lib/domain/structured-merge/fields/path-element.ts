import { isJsonObject, type JsonValue } from '../../resource/json';
import type { ListSchema } from '../schema/type-schema';

/**
 * One step of a field path, spelt as in FieldsV1: `f:<field>`, `k:<keys of a list item as JSON>`, `v:<value of a set
 * item as JSON>`, `i:<index>`.
 */
export type PathElement = string;

export function fieldElement(name: string): PathElement {
  return `f:${name}`;
}

/** The element that names an item of an associative list, or why it has none. */
export function itemElement(
  list: ListSchema,
  item: JsonValue,
): { element: PathElement } | { problem: string } {
  return list.keys.length > 0 ? keyedElement(list, item) : setElement(item);
}

function keyedElement(list: ListSchema, item: JsonValue): { element: PathElement } | { problem: string } {
  if (item === null) return { problem: 'associative list with keys may not have a null element' };
  if (!isJsonObject(item)) return { problem: 'associative list with keys may not have non-map elements' };
  const [only] = list.keys;
  if (list.keys.length === 1 && only !== undefined && item[only] !== undefined) {
    return { element: `k:{${JSON.stringify(only)}:${stringifyKey(item[only])}}` };
  }
  const parts: string[] = [];
  for (const key of [...list.keys].sort(compareText)) {
    const value = item[key] ?? list.item.map?.fields.get(key)?.default;
    if (value === undefined) {
      const problem = `associative list with keys has an element that omits key field ${JSON.stringify(key)} (and doesn't have default value)`;
      return { problem };
    }
    parts.push(`${JSON.stringify(key)}:${stringifyKey(value)}`);
  }
  return { element: `k:{${parts.join(',')}}` };
}

function setElement(item: JsonValue): { element: PathElement } | { problem: string } {
  if (item === null)
    return { problem: "associative list without keys has an element that's an explicit null" };
  if (Array.isArray(item)) return { problem: 'not supported: associative list with lists as elements' };
  if (isJsonObject(item))
    return { problem: "associative list without keys has an element that's a map type" };
  return { element: `v:${JSON.stringify(item)}` };
}

function stringifyKey(value: JsonValue): string {
  return JSON.stringify(value);
}

/** Brings `k:` and `v:` elements read from elsewhere into this module's spelling (sorted keys, no spaces). */
export function normaliseElement(element: string): PathElement {
  if (element.startsWith('k:')) {
    const keys = parse(element.slice(2));
    if (!isJsonObject(keys)) return element;
    const sorted = Object.entries(keys).sort(([a], [b]) => compareText(a, b));
    return `k:{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
  }
  if (element.startsWith('v:')) {
    const value = parse(element.slice(2));
    return value === undefined ? element : `v:${JSON.stringify(value)}`;
  }
  return element;
}

/** The values of a `k:` element by key, of a `v:` element under the empty key. */
export function parseElement(
  element: PathElement,
): { field: string } | { keys: Record<string, JsonValue> } | { value: JsonValue } | { index: number } {
  const rest = element.slice(2);
  if (element.startsWith('k:')) {
    const keys = parse(rest);
    return { keys: isJsonObject(keys) ? (keys as Record<string, JsonValue>) : {} };
  }
  if (element.startsWith('v:')) return { value: parse(rest) ?? null };
  if (element.startsWith('i:')) return { index: Number(rest) };
  return { field: rest };
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Kubernetes' order: fields by name, then keys, values and indices. */
export function comparePathElements(a: PathElement, b: PathElement): number {
  const byKind = 'fkvi'.indexOf(a.charAt(0)) - 'fkvi'.indexOf(b.charAt(0));
  if (byKind !== 0) return byKind;
  return a.startsWith('i:') ? Number(a.slice(2)) - Number(b.slice(2)) : compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Prints a path as the API server does: `.spec.containers[name="web"].args`, `.metadata.finalizers[="x"]`. */
export function formatPath(path: readonly PathElement[]): string {
  return path.map(formatElement).join('');
}

function formatElement(element: PathElement): string {
  const parsed = parseElement(element);
  if ('field' in parsed) return `.${parsed.field}`;
  if ('index' in parsed) return `[${parsed.index}]`;
  if ('value' in parsed) return `[=${JSON.stringify(parsed.value)}]`;
  return `[${Object.entries(parsed.keys)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(',')}]`;
}
