import { isJsonObject } from '@/lib/domain/resource/json';
import { keyOrder } from './key-order';
import type { ManifestLine } from './manifest-line';
import { printScalar } from './print-scalar';

/**
 * Prints an object as YAML lines that know their field. Keys come in one fixed order, so that two versions of
 * an object differ only where their content does.
 */
export function manifestLines(value: unknown): ManifestLine[] {
  const out: ManifestLine[] = [];
  if (isJsonObject(value)) printEntries(value, 0, '', '', out);
  else if (value !== undefined) out.push({ text: printScalar(value), path: '' });
  return out;
}

function printEntries(
  object: Record<string, unknown>,
  indent: number,
  path: string,
  lead: string,
  out: ManifestLine[],
): void {
  let first = lead;
  for (const key of Object.keys(object).sort(keyOrder)) {
    const value = object[key];
    if (value === undefined) continue;
    const start = first === '' ? ' '.repeat(indent) : first;
    first = '';
    printField(`${start}${printKey(key)}:`, value, indent, `${path}/${escapePointer(key)}`, out);
  }
}

function printField(start: string, value: unknown, indent: number, path: string, out: ManifestLine[]): void {
  if (isJsonObject(value) && Object.keys(value).length > 0) {
    out.push({ text: start, path });
    printEntries(value, indent + 2, path, '', out);
  } else if (Array.isArray(value) && value.length > 0) {
    out.push({ text: start, path });
    for (const [index, item] of value.entries()) printItem(item, indent + 2, `${path}/${index}`, out);
  } else {
    printText(`${start} `, value, indent + 2, path, out);
  }
}

function printItem(item: unknown, indent: number, path: string, out: ManifestLine[]): void {
  const lead = `${' '.repeat(indent)}- `;
  if (isJsonObject(item) && Object.keys(item).length > 0) printEntries(item, indent + 2, path, lead, out);
  else if (Array.isArray(item) && item.length > 0) {
    out.push({ text: lead.trimEnd(), path });
    for (const [index, inner] of item.entries()) printItem(inner, indent + 2, `${path}/${index}`, out);
  } else printText(lead, item, indent + 2, path, out);
}

/** Text of several lines becomes a block, so that a changed line of a file in a ConfigMap is one changed line. */
function printText(start: string, value: unknown, indent: number, path: string, out: ManifestLine[]): void {
  if (typeof value !== 'string' || !value.includes('\n')) {
    out.push({ text: `${start}${printScalar(value)}`, path });
    return;
  }
  const lines = value.replace(/\n$/, '').split('\n');
  out.push({ text: `${start}${value.endsWith('\n') ? '|' : '|-'}`, path });
  for (const line of lines) out.push({ text: line === '' ? '' : `${' '.repeat(indent)}${line}`, path });
}

function printKey(key: string): string {
  return /^[\w./-]+$/.test(key) ? key : JSON.stringify(key);
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
