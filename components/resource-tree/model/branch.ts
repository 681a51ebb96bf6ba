import { isCalm, isProblem, type TreeNode } from './tree-node';

/** A node with what hangs below it. */
export interface Branch {
  node: TreeNode;
  children: Branch[];
  /** Nodes below this one, itself excluded. */
  below: number;
  problemsBelow: number;
  /** This node and all below are calm. */
  isCalm: boolean;
}

/** Parent links → branches, worst first. A node whose parent is unknown is a root; a circle of owners is cut. */
export function buildBranches(nodes: readonly TreeNode[]): Branch[] {
  const known = new Set(nodes.map((node) => node.id));
  const byParent = new Map<string, TreeNode[]>();
  const roots: TreeNode[] = [];
  for (const node of nodes) {
    if (node.parentId === undefined || !known.has(node.parentId) || node.parentId === node.id)
      roots.push(node);
    else byParent.set(node.parentId, [...(byParent.get(node.parentId) ?? []), node]);
  }
  const seen = new Set<string>();
  return roots.map((node) => grow(node, byParent, seen)).sort(worstFirst);
}

function grow(node: TreeNode, byParent: ReadonlyMap<string, TreeNode[]>, seen: Set<string>): Branch {
  seen.add(node.id);
  const children = (byParent.get(node.id) ?? [])
    .filter((child) => !seen.has(child.id))
    .map((child) => grow(child, byParent, seen))
    .sort(worstFirst);
  return {
    node,
    children,
    below: children.reduce((sum, child) => sum + 1 + child.below, 0),
    problemsBelow: children.reduce(
      (sum, child) => sum + child.problemsBelow + Number(isProblem(child.node)),
      0,
    ),
    isCalm: isCalm(node) && children.every((child) => child.isCalm),
  };
}

/** Broken, then different, then moving, then calm; within that by kind and name, newest generation of a kind first. */
export function worstFirst(a: Branch, b: Branch): number {
  return (
    urgency(a) - urgency(b) ||
    a.node.kind.localeCompare(b.node.kind) ||
    Number(isScaledDown(a.node)) - Number(isScaledDown(b.node)) ||
    a.node.name.localeCompare(b.node.name)
  );
}

function urgency(branch: Branch): number {
  const { node } = branch;
  if (node.health?.status === 'Degraded') return 0;
  if (isProblem(node) || branch.problemsBelow > 0) return 1;
  return branch.isCalm ? 3 : 2;
}

/** A ReplicaSet of an earlier revision. */
export function isScaledDown(node: TreeNode): boolean {
  return node.kind === 'ReplicaSet' && node.ready?.wanted === 0;
}
