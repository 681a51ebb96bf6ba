import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveInTree } from './move-in-tree';
import type { TreeGridRow } from './tree-grid-types';

const rows: TreeGridRow<null>[] = [
  { key: 'wave', level: 1, expanded: true, data: null },
  { key: 'web', level: 2, parentKey: 'wave', expanded: false, data: null },
  { key: 'job', level: 2, parentKey: 'wave', data: null },
];

describe('moveInTree', () => {
  it('opens a closed row with Right and enters an open one', () => {
    expect(moveInTree('ArrowRight', rows, 1, true)).toEqual({ kind: 'toggle', key: 'web' });
    expect(moveInTree('ArrowRight', rows, 0, true)).toEqual({ kind: 'focus', index: 1 });
    expect(moveInTree('ArrowRight', rows, 2, true)).toBeUndefined();
  });

  it('closes an open row with Left and goes to the parent from a leaf', () => {
    expect(moveInTree('ArrowLeft', rows, 0, true)).toEqual({ kind: 'toggle', key: 'wave' });
    expect(moveInTree('ArrowLeft', rows, 2, true)).toEqual({ kind: 'focus', index: 0 });
  });

  it('takes j and k only while letter shortcuts are on', () => {
    expect(moveInTree('j', rows, 0, true)).toEqual({ kind: 'focus', index: 1 });
    expect(moveInTree('j', rows, 0, false)).toBeUndefined();
  });

  it('acts on the row under focus with Enter and Space', () => {
    expect(moveInTree('Enter', rows, 2, true)).toEqual({ kind: 'activate', key: 'job' });
    expect(moveInTree(' ', rows, 2, true)).toEqual({ kind: 'select', key: 'job' });
  });

  it('never leaves the list', () => {
    const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'j', 'k');
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 2 }), (key, index) => {
        const move = moveInTree(key, rows, index, true);
        expect(move?.kind === 'focus' && rows[move.index] !== undefined).toBe(true);
      }),
    );
  });
});
