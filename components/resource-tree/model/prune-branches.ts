import type { Branch } from './branch';
import { isProblem, type TreeNode } from './tree-node';

/** Keeps what matches, and the way from the root to it. A match of a node keeps all that hangs below, unless only problems are asked for. */
export function pruneBranches(
  roots: readonly Branch[],
  options: { filter: string; problemsOnly: boolean },
): Branch[] {
  const words = options.filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !options.problemsOnly) return [...roots];
  return roots.flatMap((root) => keep(root, words, options.problemsOnly));
}

function keep(branch: Branch, words: readonly string[], problemsOnly: boolean): Branch[] {
  const children = branch.children.flatMap((child) => keep(child, words, problemsOnly));
  const isWanted = matches(branch.node, words) && (!problemsOnly || isProblem(branch.node));
  if (isWanted && !problemsOnly) return [branch];
  return isWanted || children.length > 0 ? [{ ...branch, children }] : [];
}

function matches(node: TreeNode, words: readonly string[]): boolean {
  const text = [
    node.kind,
    node.name,
    node.namespace,
    node.sync ?? '',
    node.health?.status ?? '',
    node.state ?? '',
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
