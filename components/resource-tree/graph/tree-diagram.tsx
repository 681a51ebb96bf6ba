'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { CopyButton } from '@/components/ui/button/copy-button';
import { SegmentedControl } from '@/components/ui/form/segmented-control';
import type { TreeNode } from '../model/tree-node';
import { appOfAppsDiagram, wavesDiagram } from './mermaid-text';

interface TreeDiagramProps {
  readonly root: TreeNode;
  readonly nodes: readonly TreeNode[];
}

/** App of apps, or the waves, as a Mermaid diagram that can be copied into a document. */
export function TreeDiagram({ root, nodes }: TreeDiagramProps) {
  const t = useTranslations('tree.diagram');
  const hasApps = nodes.some((node) => node.app !== undefined);
  const [kind, setKind] = useState<'apps' | 'waves'>(hasApps ? 'apps' : 'waves');
  const text = kind === 'apps' ? appOfAppsDiagram(root, nodes) : wavesDiagram(nodes);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 px-6 pb-2 max-sm:px-4">
        <SegmentedControl
          label={t('label', { name: root.name })}
          value={kind}
          segments={[
            { value: 'apps', label: t('apps') },
            { value: 'waves', label: t('waves') },
          ]}
          onChange={setKind}
        />
        <CopyButton variant="default" label={t('copy')} text={text} />
      </div>
      <Drawing text={text} label={t('label', { name: root.name })} />
    </div>
  );
}

/** Mermaid draws in the browser and is loaded only here. Until then, and where it fails, the text stands for the picture. */
function Drawing({ text, label }: { readonly text: string; readonly label: string }) {
  const id = useId().replaceAll(/[^\w]/g, '');
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    let isStale = false;
    const draw = async () => {
      const { default: mermaid } = await import('mermaid');
      const isDark =
        getComputedStyle(document.documentElement).colorScheme === 'dark' ||
        (document.documentElement.dataset.theme !== 'light' &&
          window.matchMedia('(prefers-color-scheme: dark)').matches);
      mermaid.initialize({
        startOnLoad: false,
        securityLevel: 'strict',
        theme: isDark ? 'dark' : 'neutral',
        fontFamily: 'inherit',
      });
      const { svg } = await mermaid.render(`diagram${id}`, text);
      if (isStale || !box.current) return;
      box.current.innerHTML = svg;
      setDrawn(text);
    };
    draw().catch(() => {
      if (!isStale) setDrawn(null);
    });
    return () => {
      isStale = true;
    };
  }, [id, text]);
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-canvas p-6">
      <div ref={box} role="img" aria-label={label} hidden={drawn !== text} />
      {drawn !== text && <pre className="font-mono text-code text-fg-2">{text}</pre>}
    </div>
  );
}
