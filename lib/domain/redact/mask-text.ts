import type { KubernetesObject } from '../resource/kubernetes-object';
import { sensitiveValues, versionsOf, type MaskOptions } from './secret-values';

const MASK = '++++++++';
/** Shorter values would mask ordinary words; the API server does not quote them alone either. */
const LEAST_LENGTH = 4;

/** Free text (an error, a log line) without the sensitive values of these objects, in plain and in base64. */
export function maskText(
  text: string,
  objects: readonly KubernetesObject[],
  options: MaskOptions = {},
): string {
  const found = new Set<string>();
  for (const object of objects.flatMap(versionsOf)) {
    for (const [, value] of sensitiveValues(object, options)) {
      if (typeof value !== 'string' || value.length < LEAST_LENGTH) continue;
      for (const spelling of [value, encode(value), JSON.stringify(value).slice(1, -1)]) found.add(spelling);
    }
  }
  const longestFirst = [...found].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((masked, value) => masked.replaceAll(value, MASK), text);
}

function encode(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
