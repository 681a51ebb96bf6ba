import { isJsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { ActionContext, RunDefinition } from '../action-definition';
import { formatInstant } from './format-instant';

type Path = string | readonly string[];
/** Changes a copy of the object in place. */
export type Edit = (object: KubernetesObject, context: ActionContext) => void;

/** An action that turns the object into an edited copy of itself. */
export function patch(...edits: Edit[]): RunDefinition {
  return (object, context) => {
    const copy = structuredClone(object);
    for (const edit of edits) edit(copy, context);
    return { ok: true, impacted: [{ operation: 'patch', object: copy }] };
  };
}

/** Writes a value, making the maps on the way. */
export function set(path: Path, value: unknown): Edit {
  const keys = keysOf(path);
  return (object) => {
    const [parent, last] = parentOf(object, keys, true);
    if (parent) parent[last] = value;
  };
}

/** Removes a field; nothing happens where it is not there. */
export function remove(path: Path): Edit {
  const keys = keysOf(path);
  return (object) => {
    const [parent, last] = parentOf(object, keys, false);
    if (parent) Reflect.deleteProperty(parent, last);
  };
}

/** Writes the present instant (seconds, UTC), after a prefix and with or without the zone letter. */
export function stamp(path: Path, prefix = '', zone = 'Z'): Edit {
  return (object, context) => {
    set(path, `${prefix}${formatInstant(context.now)}${zone}`)(object, context);
  };
}

export function editIf(predicate: (object: KubernetesObject) => boolean, ...edits: Edit[]): Edit {
  return (object, context) => {
    if (predicate(object)) edits.forEach((edit) => edit(object, context));
  };
}

export const annotation = (key: string): readonly string[] => ['metadata', 'annotations', key];
export const label = (key: string): readonly string[] => ['metadata', 'labels', key];

const keysOf = (path: Path): readonly string[] => (typeof path === 'string' ? path.split('.') : path);

function parentOf(
  object: KubernetesObject,
  keys: readonly string[],
  makes: boolean,
): [parent: Record<string, unknown> | undefined, last: string] {
  const last = keys.at(-1) ?? '';
  let current: Record<string, unknown> = object;
  for (const key of keys.slice(0, -1)) {
    const next = current[key];
    if (isJsonObject(next)) {
      current = next;
      continue;
    }
    if (!makes) return [undefined, last];
    const made = {};
    current[key] = made;
    current = made;
  }
  return [current, last];
}
