import { edgePath } from './edge-path';
import { nodeWidth, type PlacedNode } from './graph-model';
import type { Bounds } from './lay-out-graph';
import { touches, type Box } from './viewport';

interface GraphEdgesProps {
  readonly placed: readonly PlacedNode[];
  readonly seen: Box;
  readonly bounds: Bounds;
}

/** All ways in two strokes: calm ones grey, broken ones red above them. */
export function GraphEdges({ placed, seen, bounds }: GraphEdgesProps) {
  const byId = new Map(placed.map((node) => [node.id, node]));
  const ways = placed.flatMap((child) => {
    const parent = child.parentId === undefined ? undefined : byId.get(child.parentId);
    if (!parent || !touches(seen, around(parent, child))) return [];
    return [{ bad: child.tone === 'bad', path: edgePath(parent, child) }];
  });
  const draw = (bad: boolean) =>
    ways
      .filter((way) => way.bad === bad)
      .map((way) => way.path)
      .join('');
  return (
    <svg
      aria-hidden
      width={bounds.width}
      height={bounds.height}
      fill="none"
      className="pointer-events-none absolute top-0 left-0 overflow-visible"
    >
      <path d={draw(false)} className="stroke-hatch" strokeWidth="1.25" />
      <path d={draw(true)} className="stroke-bad" strokeWidth="1.5" />
    </svg>
  );
}

function around(a: PlacedNode, b: PlacedNode): Box {
  const top = Math.min(a.y, b.y);
  return {
    x: a.x,
    y: top,
    width: b.x + nodeWidth - a.x,
    height: Math.max(a.y + a.height, b.y + b.height) - top,
  };
}
