import { describe, expect, it } from 'vitest';
import { edgePath } from './edge-path';
import type { GraphNode } from './graph-model';
import { layOutGraph } from './lay-out-graph';
import { moveInGraph } from './move-in-graph';

function node(id: string, parentId?: string): GraphNode {
  return { id, parentId, title: id, glyphs: [], tone: 'ok', urgency: 0 };
}

const placed = layOutGraph([
  node('root'),
  node('a', 'root'),
  node('b', 'root'),
  node('a1', 'a'),
  node('b1', 'b'),
]);

describe('moveInGraph', () => {
  it('goes in with Right and out with Left', () => {
    expect(moveInGraph('ArrowRight', placed, 'root')?.id).toBe('a');
    expect(moveInGraph('ArrowLeft', placed, 'b1')?.id).toBe('b');
    expect(moveInGraph('ArrowRight', placed, 'a1')).toBeUndefined();
  });

  it('goes down a column across families', () => {
    expect(moveInGraph('ArrowDown', placed, 'a1')?.id).toBe('b1');
    expect(moveInGraph('ArrowUp', placed, 'a')).toBeUndefined();
  });
});

describe('edgePath', () => {
  it('is one straight line to the child on the same level', () => {
    const [root, a] = placed;
    if (!root || !a) throw new Error('two nodes are placed');
    expect(edgePath(root, a)).toBe('M208 24H240');
  });
});
