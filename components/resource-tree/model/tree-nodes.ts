import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceNode, ResourceTree } from '@/lib/contracts/resource/resource-tree';
import { formatResourceKey } from '@/lib/domain/resource/resource-key';
import type { TreeNode } from './tree-node';

/** The tree of an Application that is drawn inside the tree of another one, below its node. */
export interface NestedTree {
  parentId: string;
  ref: ApplicationRef;
  tree: ResourceTree;
}

/** What the API says → nodes of the outline. Nested trees get ids of their own, as clusters may hold equal names. */
export function treeNodes(tree: ResourceTree, nested: readonly NestedTree[] = []): TreeNode[] {
  return [
    ...tree.nodes.map((node) => treeNode(node)),
    ...tree.orphanedNodes.map((node) => ({ ...treeNode(node), isOrphan: true })),
    ...nested.flatMap((child) => nestedNodes(child)),
  ];
}

function nestedNodes({ parentId, ref, tree }: NestedTree): TreeNode[] {
  const prefix = `${ref.namespace}/${ref.name}!`;
  return tree.nodes.map((source) => {
    const node = treeNode(source);
    return {
      ...node,
      id: `${prefix}${node.id}`,
      parentId: node.parentId === undefined ? parentId : `${prefix}${node.parentId}`,
      owner: ref,
    };
  });
}

function treeNode(source: ResourceNode): TreeNode {
  const parent = source.managed ? undefined : source.parentRefs[0];
  const hook = source.hook?.split(',')[0]?.trim();
  return {
    id: source.id,
    group: source.group,
    version: source.version,
    kind: source.kind,
    namespace: source.namespace,
    name: source.name,
    ...(parent ? { parentId: formatResourceKey(parent) } : {}),
    ...(source.uid === '' ? {} : { uid: source.uid }),
    ...(source.createdAt === undefined ? {} : { createdAt: source.createdAt }),
    ...(source.sync === null ? {} : { sync: source.sync }),
    ...(source.requiresPruning ? { needsPrune: true } : {}),
    ...(hook ? { hook } : {}),
    wave: source.wave,
    ...(source.health ? { health: healthOf(source.health) } : {}),
    ...(source.ready === null ? {} : { ready: source.ready }),
    ...(source.restarts === null ? {} : { restarts: source.restarts }),
    ...(source.state === null ? {} : { state: source.state }),
    ...(source.images.length > 0 ? { images: source.images } : {}),
    ...(source.child === null ? {} : { app: source.child }),
  };
}

function healthOf(health: NonNullable<ResourceNode['health']>): NonNullable<TreeNode['health']> {
  return { status: health.status, ...(health.message === undefined ? {} : { message: health.message }) };
}
