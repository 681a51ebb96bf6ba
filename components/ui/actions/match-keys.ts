import type { Action } from './action';

export interface PressedKey {
  readonly key: string;
  readonly mod: boolean;
}

export type KeyMatch =
  | { readonly kind: 'run'; readonly action: Action }
  | { readonly kind: 'pending'; readonly prefix: string }
  | { readonly kind: 'none' };

/**
 * Finds the action for a key, given the first key of a sequence if one was just pressed. Plain keys are
 * ignored while `letters` is off (WCAG 2.1.4); chords always work.
 */
export function matchKeys(
  actions: readonly Action[],
  pressed: PressedKey,
  prefix: string | undefined,
  letters: boolean,
): KeyMatch {
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const written = pressed.mod ? `mod+${key}` : prefix === undefined ? key : `${prefix} ${key}`;
  if (!pressed.mod && !letters) return { kind: 'none' };
  const usable = actions.filter((action) => action.blocked === undefined);
  const hit = usable.findLast((action) => action.keys === written);
  if (hit) return { kind: 'run', action: hit };
  const opens =
    prefix === undefined && usable.some((action) => action.keys?.startsWith(`${written} `) === true);
  return opens ? { kind: 'pending', prefix: written } : { kind: 'none' };
}
