'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { SvgGraph } from '@/components/diagram/graph/svg-graph';
import { buildBranches } from '../model/branch';
import { pruneBranches } from '../model/prune-branches';
import type { TreeNode } from '../model/tree-node';
import { graphNodes } from './graph-nodes';

interface TreeGraphProps {
  readonly root: TreeNode;
  readonly nodes: readonly TreeNode[];
  readonly filter: string;
  readonly problemsOnly: boolean;
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  /** Opens an Application in place. */
  readonly onOpenApplication: (node: TreeNode) => void;
}

/** The same data as the outline, drawn: worst path straight, healthy siblings as one box, red ways only. */
export function TreeGraph({
  root,
  nodes,
  filter,
  problemsOnly,
  selected,
  onOpen,
  onOpenApplication,
}: TreeGraphProps) {
  const t = useTranslations('tree.graph');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const boxes = useMemo(
    () =>
      graphNodes(root, pruneBranches(buildBranches(nodes), { filter, problemsOnly }), opened, (group) =>
        group.type === 'older'
          ? t('older', { count: group.members.length })
          : t('healthy', { count: group.members.length, kind: group.kind ?? '' }),
      ),
    [root, nodes, filter, problemsOnly, opened, t],
  );
  const open = (id: string) => {
    const node = nodes.find((each) => each.id === id);
    if (node?.app) onOpenApplication(node);
    else setOpened(new Set([...opened, id]));
  };
  const drawn = boxes.filter((box) => !box.group).length - 1;
  return (
    <SvgGraph
      label={t('label', { name: root.name })}
      nodes={boxes}
      selectedId={selected ?? undefined}
      onSelect={(id) => id !== root.id && onOpen(id)}
      onOpen={open}
      columns={[t('columns.root'), t('columns.resources'), t('columns.children')]}
      overlay={
        <p className="rounded-panel border border-line bg-surface px-3 py-1.5 text-meta text-fg-2">
          {t('note', { drawn, total: nodes.length })}
        </p>
      }
    />
  );
}
