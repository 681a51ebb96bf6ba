'use client';

import { useTranslations } from 'next-intl';
import type { FlowModel } from './flow-model';

interface FlowTextProps {
  readonly model: FlowModel;
  readonly open: boolean;
}

/** The picture in words: each box with where its arrows go. */
export function FlowText({ model, open }: FlowTextProps) {
  const t = useTranslations('common.diagram');
  const labels = new Map(model.nodes.map((node) => [node.id, node.label]));
  const groups = new Map((model.groups ?? []).map((group) => [group.id, group.label]));
  return (
    <details open={open} className="text-body text-fg-2">
      <summary className="inline-flex min-h-7 items-center rounded-chip">{t('asText')}</summary>
      <ul className="mt-1 list-disc pl-5">
        {model.nodes.map((node) => {
          const next = model.edges
            .filter((edge) => edge.from === node.id)
            .flatMap((edge) => labels.get(edge.to) ?? []);
          const group = node.group === undefined ? undefined : groups.get(node.group);
          const facts = [node.detail, group].filter(Boolean).join(', ');
          return (
            <li key={node.id}>
              {node.label}
              {facts !== '' && ` (${facts})`}
              {next.length > 0 && ` → ${next.join(', ')}`}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
