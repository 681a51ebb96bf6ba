'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { MermaidDiagram } from '@/components/diagram/flow/mermaid-diagram';
import { SegmentedControl } from '@/components/ui/form/segmented-control';
import type { TreeNode } from '../model/tree-node';
import { appOfAppsFlow, wavesFlow } from './flow-models';

interface TreeDiagramProps {
  readonly root: TreeNode;
  readonly nodes: readonly TreeNode[];
}

/** App of apps, or the waves, as a Mermaid diagram that can be copied into a document. */
export function TreeDiagram({ root, nodes }: TreeDiagramProps) {
  const t = useTranslations('tree.diagram');
  const sections = useTranslations('tree.sections');
  const hasApps = nodes.some((node) => node.app !== undefined);
  const [kind, setKind] = useState<'apps' | 'waves'>(hasApps ? 'apps' : 'waves');
  const model = useMemo(
    () =>
      kind === 'apps'
        ? appOfAppsFlow(root, nodes)
        : wavesFlow(nodes, (step) => ('wave' in step ? sections('wave', { wave: step.wave }) : step.phase)),
    [kind, root, nodes, sections],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-6 pb-4 max-sm:px-4">
      <SegmentedControl
        label={t('label', { name: root.name })}
        value={kind}
        segments={[
          { value: 'apps', label: t('apps') },
          { value: 'waves', label: t('waves') },
        ]}
        onChange={setKind}
      />
      <MermaidDiagram label={t('label', { name: root.name })} model={model} />
    </div>
  );
}
