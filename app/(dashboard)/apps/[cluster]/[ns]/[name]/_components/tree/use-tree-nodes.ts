'use client';

import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TreeNode } from '@/components/resource-tree/model/tree-node';
import { treeNodes, type NestedTree } from '@/components/resource-tree/model/tree-nodes';
import { resourceTreeQuery } from '@/lib/client/queries/resource-queries';
import { useLive } from '@/lib/client/stream/live-provider';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceTree } from '@/lib/contracts/resource/resource-tree';
import { applicationTopic } from '@/lib/contracts/stream/stream-events';

interface OpenedApplication {
  parentId: string;
  ref: ApplicationRef;
}

/** Nodes of an application's tree and of the Applications that were opened inside it, all live. */
export function useTreeNodes(application: ApplicationRef) {
  const tree = useQuery(resourceTreeQuery(application));
  const [opened, setOpened] = useState<readonly OpenedApplication[]>([]);
  const nested = useQueries({
    queries: opened.map(({ ref }) => resourceTreeQuery(ref)),
    combine: combineTrees,
  });
  useLive(...opened.map(({ ref }) => applicationTopic(ref)));
  const nodes = useMemo(() => {
    if (!tree.data) return undefined;
    const trees = opened.flatMap((entry, index): NestedTree[] => {
      const child = nested.trees[index];
      return child ? [{ ...entry, tree: child }] : [];
    });
    return treeNodes(tree.data, trees);
  }, [tree.data, opened, nested]);
  const openApplication = (node: TreeNode) => {
    const ref = node.app;
    if (ref && !opened.some((entry) => entry.parentId === node.id))
      setOpened([...opened, { parentId: node.id, ref }]);
  };
  const failed = nested.errors.flatMap((error, index) => {
    const entry = opened[index];
    return error && entry ? [{ name: entry.ref.name, message: error.message }] : [];
  });
  return { tree, nodes, openApplication, failed };
}

/** Stable, so that the combined result is a new object only when a tree changed. */
function combineTrees(queries: readonly UseQueryResult<ResourceTree>[]) {
  return { trees: queries.map((query) => query.data), errors: queries.map((query) => query.error) };
}
