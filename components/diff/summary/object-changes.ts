import { isJsonObject } from '@/lib/domain/resource/json';
import type { ObjectChange } from './object-change';

/** Leaves that differ between two versions of an object; lists of named items are matched by name, others by place. */
export function objectChanges(before: unknown, after: unknown): ObjectChange[] {
  const out: ObjectChange[] = [];
  compare(before, after, [], out);
  return out;
}

function compare(before: unknown, after: unknown, path: string[], out: ObjectChange[]): void {
  if (isJsonObject(before) && isJsonObject(after)) {
    for (const key of union(Object.keys(before), Object.keys(after)))
      compare(before[key], after[key], [...path, key], out);
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(before, after, path, out);
    return;
  }
  if (isSame(before, after)) return;
  out.push({
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}

function compareLists(before: unknown[], after: unknown[], path: string[], out: ObjectChange[]): void {
  const left = byName(before);
  const right = byName(after);
  if (left && right) {
    for (const name of union([...left.keys()], [...right.keys()]))
      compare(left.get(name), right.get(name), [...path, `[${name}]`], out);
    return;
  }
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index += 1)
    compare(before[index], after[index], [...path, `[${index}]`], out);
}

function byName(list: unknown[]): Map<string, unknown> | undefined {
  const named = new Map<string, unknown>();
  for (const item of list) {
    const name = isJsonObject(item) ? (item.name ?? item.containerPort ?? item.mountPath) : undefined;
    if (typeof name !== 'string' && typeof name !== 'number') return undefined;
    named.set(String(name), item);
  }
  return named.size === list.length ? named : undefined;
}

function union(a: string[], b: string[]): string[] {
  return [...new Set([...a, ...b])];
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
