import type { Branch } from '../model/branch';
import { groupSiblings, type SiblingGroup } from '../model/sibling-groups';
import { isProblem, type TreeNode } from '../model/tree-node';

export const CARD = { width: 208, height: 46, columnGap: 32, rowGap: 10 } as const;

/** A card of the graph: a resource, or calm siblings as one. Positions in px from the top left. */
export interface GraphCard {
  id: string;
  x: number;
  y: number;
  node?: TreeNode;
  group?: SiblingGroup;
  /** It or something below it is broken or differs. */
  isTrouble: boolean;
}

export interface GraphEdge {
  from: GraphCard;
  to: GraphCard;
}

export interface GraphLayout {
  cards: GraphCard[];
  edges: GraphEdge[];
  width: number;
  height: number;
}

/**
 * Columns by depth. Children stand below one another, the worst first and level with its parent, so that a broken path is
 * one straight line from the root. Calm siblings are one card; no problem is ever inside one.
 */
export function graphLayout(root: TreeNode, branches: readonly Branch[]): GraphLayout {
  const layout: GraphLayout = { cards: [], edges: [], width: 0, height: 0 };
  const whole: Branch = {
    node: root,
    children: [...branches],
    below: 0,
    problemsBelow: branches.reduce((sum, each) => sum + each.problemsBelow + Number(isProblem(each.node)), 0),
    isCalm: false,
  };
  place(whole, 0, 0, layout);
  layout.width = Math.max(0, ...layout.cards.map((card) => card.x + CARD.width));
  layout.height = Math.max(0, ...layout.cards.map((card) => card.y + CARD.height));
  return layout;
}

/** Places a branch with its first row at `y`; returns its card and the `y` below everything of it. */
function place(
  branch: Branch,
  depth: number,
  y: number,
  layout: GraphLayout,
): { card: GraphCard; end: number } {
  const card: GraphCard = {
    id: branch.node.id,
    node: branch.node,
    isTrouble: branch.problemsBelow > 0 || isProblem(branch.node),
    ...at(depth, y),
  };
  layout.cards.push(card);
  let next = y;
  const { single, groups } = groupSiblings(branch.children);
  for (const child of single) {
    const placed = place(child, depth + 1, next, layout);
    layout.edges.push({ from: card, to: placed.card });
    next = placed.end;
  }
  for (const group of groups) {
    const member: GraphCard = {
      id: `${branch.node.id}#${group.type}${group.kind ?? ''}`,
      group,
      isTrouble: false,
      ...at(depth + 1, next),
    };
    layout.cards.push(member);
    layout.edges.push({ from: card, to: member });
    next += CARD.height + CARD.rowGap;
  }
  return { card, end: Math.max(next, y + CARD.height + CARD.rowGap) };
}

function at(depth: number, y: number): { x: number; y: number } {
  return { x: depth * (CARD.width + CARD.columnGap), y };
}

/** An edge as a path: out of the parent, down a shared trunk, into the child. */
export function edgePath({ from, to }: GraphEdge): string {
  const startX = from.x + CARD.width;
  const startY = from.y + CARD.height / 2;
  const endY = to.y + CARD.height / 2;
  const trunk = startX + CARD.columnGap / 2;
  if (startY === endY) return `M${startX} ${startY}H${to.x}`;
  return `M${startX} ${startY}H${trunk - 6}q6 0 6 6V${endY - 6}q0 6 6 6H${to.x}`;
}
