import { describe, expect, it } from 'vitest';
import type { Action } from './action';
import { matchKeys } from './match-keys';

function action(id: string, keys: string, blocked?: string): Action {
  return { id, label: id, section: 'go', keys, blocked, run: () => undefined };
}

const actions = [
  action('apps', 'g a'),
  action('palette', 'mod+k'),
  action('help', '?'),
  action('sync', 's', 'closed'),
];
const plain = (key: string) => ({ key, mod: false });

describe('matchKeys', () => {
  it('waits after the first key of a sequence and runs on the second', () => {
    expect(matchKeys(actions, plain('g'), undefined, true)).toEqual({ kind: 'pending', prefix: 'g' });
    expect(matchKeys(actions, plain('a'), 'g', true)).toMatchObject({ kind: 'run', action: { id: 'apps' } });
    expect(matchKeys(actions, plain('x'), 'g', true)).toEqual({ kind: 'none' });
  });

  it('keeps chords and drops plain keys when letters are off', () => {
    expect(matchKeys(actions, { key: 'k', mod: true }, undefined, false)).toMatchObject({
      action: { id: 'palette' },
    });
    expect(matchKeys(actions, plain('?'), undefined, false)).toEqual({ kind: 'none' });
  });

  it('does not run a blocked action', () => {
    expect(matchKeys(actions, plain('s'), undefined, true)).toEqual({ kind: 'none' });
  });

  it('lets the page override the shell', () => {
    const own = action('own', '?');
    expect(matchKeys([...actions, own], plain('?'), undefined, true)).toMatchObject({
      action: { id: 'own' },
    });
  });
});
