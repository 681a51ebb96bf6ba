import { isJsonObject } from '@/lib/domain/resource/json';
import type { SummaryFact, SummaryLabel } from './diff-summary';
import type { ObjectChange } from './object-change';
import { shortImages } from './short-images';

/** One changed field as a fact: label and the two values, shortened where a person would say less. */
export function factOf(change: ObjectChange): SummaryFact {
  const label = labelOf(change.path);
  const before = readable(change.before);
  const after = readable(change.after);
  if (change.before === undefined) return { type: 'added', label, ...(after ? { value: after } : {}) };
  if (change.after === undefined) return { type: 'removed', label, ...(before ? { value: before } : {}) };
  if (isImage(label))
    return { type: 'set', label, ...shortImages(textOf(change.before), textOf(change.after)) };
  return { type: 'set', label, from: before, to: after };
}

function labelOf(path: readonly string[]): SummaryLabel {
  const last = path.at(-1) ?? '';
  const container = itemAfter(path, 'containers') ?? itemAfter(path, 'initContainers');
  if (last === 'image' && container) return { word: 'image', of: container };
  if (last === 'replicas' && path.length === 2) return { word: 'replicas' };
  if (last === 'memory' || last === 'cpu')
    return { word: path.includes('requests') ? `${last}Request` : last };
  const env = itemAfter(path, 'env');
  if (env) return { code: env };
  if (path.at(-2) === 'labels') return { word: 'label', of: last };
  if (path.at(-2) === 'annotations') return { word: 'annotation', of: last };
  if (['data', 'stringData', 'binaryData'].includes(path[0] ?? '')) return { code: last };
  const port = itemAfter(path, 'ports');
  if (port) return { word: 'port', of: port };
  return { code: last.startsWith('[') ? `${path.at(-2) ?? ''}${last}` : last };
}

function itemAfter(path: readonly string[], list: string): string | undefined {
  const item = path[path.indexOf(list) + 1];
  return path.includes(list) && item?.startsWith('[') ? item.slice(1, -1) : undefined;
}

function isImage(label: SummaryLabel): boolean {
  return 'word' in label && label.word === 'image';
}

/** A single value as text; a whole object or list has none, its name says enough. */
function readable(value: unknown): string {
  if (isJsonObject(value)) return typeof value.value === 'string' ? shorten(value.value) : '';
  return shorten(textOf(value));
}

/** A scalar as text; '' for what is not one. */
export function textOf(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

function shorten(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 48 || line !== text ? `${line.slice(0, 47)}…` : line;
}
