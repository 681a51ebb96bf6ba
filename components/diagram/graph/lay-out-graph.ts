import { hierarchy, type HierarchyNode } from 'd3-hierarchy';
import { columnWidth, type GraphNode, type PlacedNode } from './graph-model';

const boxHeight = 48;
const groupHeight = 36;
const gap = 8;
/** Added after a family, so that families read as blocks. */
const familyGap = 8;

interface TreeItem {
  readonly node: GraphNode | undefined;
  readonly children: readonly TreeItem[];
}

/**
 * Places a forest: depth runs to the right, the most urgent child stands first and level with its parent,
 * so that a broken way is one straight line. Nodes whose parent is not drawn are roots; a cycle is cut.
 */
export function layOutGraph(nodes: readonly GraphNode[]): PlacedNode[] {
  const root = hierarchy<TreeItem>(plant(nodes), (item) => item.children);
  const placed: PlacedNode[] = [];
  let next = 0;
  const visit = (item: HierarchyNode<TreeItem>, index: number, setSize: number) => {
    const { node } = item.data;
    const top = next;
    const children = item.children ?? [];
    if (node) {
      const height = node.group ? groupHeight : boxHeight;
      const depth = item.depth - 1;
      placed.push({
        ...node,
        x: depth * columnWidth,
        y: top + (boxHeight - height) / 2,
        height,
        depth,
        position: index + 1,
        setSize,
      });
    }
    children.forEach((child, at) => visit(child, at, children.length));
    if (children.length > 0) next += node ? familyGap : 0;
    else next = top + boxHeight + gap;
  };
  visit(root, 0, 1);
  return placed;
}

function plant(nodes: readonly GraphNode[]): TreeItem {
  const ids = new Set(nodes.map((node) => node.id));
  const byParent = new Map<string | undefined, GraphNode[]>();
  for (const node of nodes) {
    const parent = node.parentId !== undefined && ids.has(node.parentId) ? node.parentId : undefined;
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(node);
    else byParent.set(parent, [node]);
  }
  const grow = (node: GraphNode | undefined): TreeItem => {
    const children = [...(byParent.get(node?.id) ?? [])].sort(
      (a, b) =>
        Number(a.group ?? false) - Number(b.group ?? false) ||
        b.urgency - a.urgency ||
        a.title.localeCompare(b.title),
    );
    return { node, children: children.map(grow) };
  };
  return grow(undefined);
}

export interface Bounds {
  readonly width: number;
  readonly height: number;
}

/** Size of what was placed, in px. */
export function boundsOf(placed: readonly PlacedNode[]): Bounds {
  return placed.reduce(
    (bounds, node) => ({
      width: Math.max(bounds.width, node.x + columnWidth - 32),
      height: Math.max(bounds.height, node.y + node.height),
    }),
    { width: 0, height: 0 },
  );
}
