import { isJsonObject } from '@/lib/domain/resource/json';
import type { ManagedFieldsEntry } from '@/lib/domain/resource/kubernetes-object';

export interface FieldOwner {
  manager: string;
  /** RFC 3339, when the manager last wrote. */
  time?: string;
  /** True for kubectl, k9s and other hands: what a person did outside Git. */
  isPerson: boolean;
  /** The field is owned with everything below it (an atomic value), not only its key. */
  isWhole: boolean;
}

/**
 * Owner of each field of a live object by JSON pointer, read off `metadata.managedFields`. Keyed list items (`k:`)
 * are looked up in the object; where several managers share a field, the latest writer is named.
 */
export function fieldOwners(
  object: unknown,
  entries: readonly ManagedFieldsEntry[],
): Map<string, FieldOwner> {
  const owners = new Map<string, FieldOwner>();
  const inOrder = [...entries].sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''));
  for (const entry of inOrder) {
    if (!entry.manager || !entry.fieldsV1) continue;
    const owner = {
      manager: entry.manager,
      isPerson: isPersonManager(entry.manager),
      ...(entry.time ? { time: entry.time } : {}),
    };
    visit(entry.fieldsV1, object, '', (path, isWhole) => owners.set(path, { ...owner, isWhole }));
  }
  return owners;
}

/** Managers that are somebody's hand rather than a controller. */
export function isPersonManager(manager: string): boolean {
  return (
    /^(kubectl|k9s|lens|openlens|headlamp|kubernetes-dashboard|node-fetch|Mozilla|curl)/i.test(manager) &&
    manager !== 'kubectl-client-side-apply'
  );
}

function visit(
  trie: Record<string, unknown>,
  value: unknown,
  path: string,
  own: (path: string, isWhole: boolean) => void,
): void {
  for (const [key, inner] of Object.entries(trie)) {
    const child = step(key, value, path);
    if (!child) continue;
    const isLeaf = !isJsonObject(inner) || Object.keys(inner).filter((name) => name !== '.').length === 0;
    if (isLeaf || '.' in inner) own(child.path, isLeaf);
    if (!isLeaf) visit(inner, child.value, child.path, own);
  }
}

function step(key: string, value: unknown, path: string): { path: string; value: unknown } | undefined {
  const rest = key.slice(2);
  if (key.startsWith('f:')) {
    if (!isJsonObject(value)) return undefined;
    return { path: `${path}/${rest.replaceAll('~', '~0').replaceAll('/', '~1')}`, value: value[rest] };
  }
  if (!Array.isArray(value)) return undefined;
  const index = key.startsWith('i:') ? Number(rest) : value.findIndex((item) => matches(key, rest, item));
  return index < 0 ? undefined : { path: `${path}/${index}`, value: value[index] as unknown };
}

function matches(key: string, text: string, item: unknown): boolean {
  const wanted = parse(text);
  if (key.startsWith('v:')) return JSON.stringify(item) === JSON.stringify(wanted);
  if (!key.startsWith('k:') || !isJsonObject(wanted) || !isJsonObject(item)) return false;
  return Object.entries(wanted).every(([name, part]) => item[name] === part);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
