import type { PlacedNode } from './graph-model';

/**
 * The node that an arrow key leads to: right to the first child, left to the parent, up and down to the
 * neighbour in the same column. Undefined where there is none.
 */
export function moveInGraph(
  key: string,
  nodes: readonly PlacedNode[],
  fromId: string,
): PlacedNode | undefined {
  const from = nodes.find((node) => node.id === fromId);
  if (!from) return undefined;
  const column = nodes.filter((node) => node.depth === from.depth);
  const at = column.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return nodes.find((node) => node.parentId === from.id);
    case 'ArrowLeft':
      return nodes.find((node) => node.id === from.parentId);
    case 'ArrowDown':
      return column[at + 1];
    case 'ArrowUp':
      return column[at - 1];
    case 'Home':
      return nodes[0];
    case 'End':
      return nodes.at(-1);
    default:
      return undefined;
  }
}
