import { isJsonObject, type JsonValue } from '../resource/json';
import type { Parameters } from './application-set';

/** `{{` and `}}` on one line; what is between them, without spaces around it, is the key. */
const TAG = /\{\{([^\n]*?)\}\}/g;

/**
 * Replaces `{{ key }}` by the string parameter of exactly that key; unknown keys and values that are no strings
 * leave the tag as it stands (Argo CD's fasttemplate mode).
 */
export function renderFastTemplate(text: string, parameters: Parameters): string {
  return text.replace(TAG, (tag, key: string) => {
    const name = key.trim();
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return typeof value === 'string' ? value : tag;
  });
}

/** Renders every string of a value, keys of mappings included. */
export function renderFastTemplateIn<T>(value: T, parameters: Parameters): T {
  return walk(value as JsonValue, parameters) as T;
}

function walk(value: JsonValue, parameters: Parameters): JsonValue {
  if (typeof value === 'string') return renderFastTemplate(value, parameters);
  if (Array.isArray(value)) return value.map((item) => walk(item, parameters));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.map(([key, item]) => [renderFastTemplate(key, parameters), walk(item ?? null, parameters)]),
  );
}
