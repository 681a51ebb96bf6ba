import type { ResourceNode, ResourceTree } from '@/lib/contracts/resource/resource-tree';

/** Node id → its JSON, to see what changed since it was last told. */
export type TreeSnapshot = ReadonlyMap<string, string>;

export function snapshotOf(tree: ResourceTree | undefined): TreeSnapshot {
  return new Map((tree?.nodes ?? []).map((node) => [node.id, JSON.stringify(node)]));
}

/** What to tell a reader who has `before`; undefined when nothing changed. */
export function treeChanges(
  before: TreeSnapshot,
  tree: ResourceTree | undefined,
  after: TreeSnapshot,
): { upserted: ResourceNode[]; removed: string[] } | undefined {
  const upserted = (tree?.nodes ?? []).filter((node) => before.get(node.id) !== after.get(node.id));
  const removed = [...before.keys()].filter((id) => !after.has(id));
  return upserted.length + removed.length > 0 ? { upserted, removed } : undefined;
}
