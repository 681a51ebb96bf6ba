import { parse } from 'yaml';
import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import type { Generator, Parameters } from './application-set';

export type GeneratedParameters = { ok: true; parameters: Parameters[] } | { ok: false; message: string };

/** The list generator in fasttemplate mode: elements hold strings, `values` are reached as `values.<key>`. */
export function generateList(list: NonNullable<Generator['list']>): GeneratedParameters {
  const parameters: Parameters[] = [];
  for (const [index, element] of (list.elements ?? []).entries()) {
    const flat = flatten(element);
    if (typeof flat === 'string')
      return { ok: false, message: `list generator, element ${index + 1}: ${flat}` };
    parameters.push(flat);
  }
  if (!list.elementsYaml) return { ok: true, parameters };
  try {
    const parsed = parse(list.elementsYaml, { version: '1.1' }) as JsonValue;
    if (!Array.isArray(parsed)) return { ok: false, message: 'list generator, elementsYaml: is not a list' };
    return { ok: true, parameters: [...parameters, ...parsed.filter(isJsonObject).map(asParameters)] };
  } catch (error) {
    return {
      ok: false,
      message: `list generator, elementsYaml: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

function flatten(element: JsonValue): Parameters | string {
  if (!isJsonObject(element)) return 'is not a mapping';
  const flat: Parameters = {};
  for (const [key, value] of Object.entries(element)) {
    if (key === 'values') {
      if (!isJsonObject(value)) return 'values is not a mapping';
      for (const [name, text] of Object.entries(value)) {
        if (typeof text !== 'string') return `values.${name} is not a string`;
        flat[`values.${name}`] = text;
      }
    } else if (typeof value === 'string') flat[key] = value;
    else return `${key} is not a string (quote it)`;
  }
  return flat;
}

function asParameters(element: JsonObject): Parameters {
  return Object.fromEntries(
    Object.entries(element).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
