import type { ResourceNode, ResourceTree } from '@/lib/contracts/resource/resource-tree';

/** Nodes that did not change stay the same objects, so that only changed ones are drawn anew. */
export function patchTree(
  tree: ResourceTree,
  change: { upserted: readonly ResourceNode[]; removed: readonly string[] },
): ResourceTree {
  const upserted = new Map(change.upserted.map((node) => [node.id, node]));
  const removed = new Set(change.removed);
  const kept = tree.nodes
    .filter((node) => !removed.has(node.id))
    .map((node) => upserted.get(node.id) ?? node);
  const known = new Set(tree.nodes.map((node) => node.id));
  return { ...tree, nodes: [...kept, ...change.upserted.filter((node) => !known.has(node.id))] };
}
