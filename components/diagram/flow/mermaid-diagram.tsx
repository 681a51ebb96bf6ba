'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { CopyButton } from '@/components/ui/button/copy-button';
import { Bar } from '@/components/ui/feedback/skeleton';
import { drawFlow } from './draw-flow';
import type { FlowModel } from './flow-model';
import { flowToMermaid } from './flow-to-mermaid';
import { FlowText } from './flow-text';
import { useColourScheme } from './use-colour-scheme';

interface MermaidDiagramProps {
  readonly label: string;
  readonly model: FlowModel;
}

/** A model drawn by Mermaid, which is loaded when first needed; with the same as text and as Mermaid source. */
export function MermaidDiagram({ label, model }: MermaidDiagramProps) {
  const t = useTranslations('common.diagram');
  const id = useId().replace(/[^a-zA-Z0-9]/g, '');
  const scheme = useColourScheme();
  const picture = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  const source = flowToMermaid(model);
  const latest = useRef(model);
  useEffect(() => {
    latest.current = model;
  });
  useEffect(() => {
    let wanted = true;
    drawFlow(`flow-${id}`, latest.current).then(
      (svg) => {
        if (!wanted || !picture.current) return;
        // Mermaid's strict mode has removed scripts and handlers; labels are plain text.
        picture.current.innerHTML = svg;
        setState('drawn');
      },
      () => wanted && setState('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [id, source, scheme]);
  return (
    <figure className="flex flex-col gap-2">
      <div
        ref={picture}
        role="img"
        aria-label={label}
        className="overflow-auto rounded-panel border border-line bg-surface p-4 empty:hidden [&>svg]:mx-auto [&>svg]:h-auto [&>svg]:max-w-full"
      />
      {state === 'drawing' && <Bar className="h-24 w-full" />}
      {state === 'failed' && <p className="text-body text-fg-2">{t('failed')}</p>}
      <figcaption className="flex flex-wrap items-start gap-2">
        <FlowText model={model} open={state === 'failed'} />
        <span className="ml-auto">
          <CopyButton label={t('copyMermaid')} text={source} size="small" />
        </span>
      </figcaption>
    </figure>
  );
}
