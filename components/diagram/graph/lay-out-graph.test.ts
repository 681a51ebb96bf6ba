import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphNode } from './graph-model';
import { boundsOf, layOutGraph } from './lay-out-graph';

function node(id: string, parentId?: string, change: Partial<GraphNode> = {}): GraphNode {
  return { id, parentId, title: id, glyphs: [], tone: 'ok', urgency: 0, ...change };
}

describe('layOutGraph', () => {
  it('draws a broken way as one straight line from the root', () => {
    const placed = layOutGraph([
      node('root'),
      node('calm', 'root'),
      node('broken', 'root', { urgency: 5 }),
      node('pod', 'broken', { urgency: 5 }),
    ]);
    const y = (id: string) => placed.find((each) => each.id === id)?.y;
    expect(new Set(['root', 'broken', 'pod'].map(y)).size).toBe(1);
    expect(y('calm')).toBeGreaterThan(y('broken') ?? 0);
  });

  it('puts boxes that stand for several last', () => {
    const placed = layOutGraph([
      node('root'),
      node('8 healthy', 'root', { group: true, urgency: 9 }),
      node('a', 'root'),
    ]);
    expect(placed.map((each) => each.id)).toEqual(['root', 'a', '8 healthy']);
  });

  it('takes nodes with an unknown parent as roots', () => {
    expect(layOutGraph([node('a', 'gone')])[0]).toMatchObject({ x: 0, y: 0, depth: 0 });
  });

  it('never lets two boxes overlap and loses none', () => {
    const forest = fc
      .array(fc.nat(), { minLength: 1, maxLength: 60 })
      .map((parents) =>
        parents.map((parent, index) =>
          node(`n${index}`, index === 0 ? undefined : `n${parent % index}`, { urgency: parent % 3 }),
        ),
      );
    fc.assert(
      fc.property(forest, (nodes) => {
        const placed = layOutGraph(nodes);
        expect(placed).toHaveLength(nodes.length);
        for (const a of placed)
          for (const b of placed) {
            if (a.id < b.id && a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(48);
          }
        expect(boundsOf(placed).height).toBeGreaterThanOrEqual(48);
      }),
    );
  });
});
