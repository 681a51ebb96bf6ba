'use client';

import { useTranslations } from 'next-intl';
import type { SectionRow } from '../model/outline-row';
import type { TreeNode } from '../model/tree-node';

/** "Wave 2 waits for Deployment checkout-web, 8 of 9 Pods ready": a step of the sync order in words. */
export function SectionWords({ row }: { readonly row: SectionRow }) {
  const t = useTranslations('tree.sections');
  const { step, count } = row;
  const title =
    step.type === 'wave'
      ? t('wave', { wave: step.wave })
      : step.type === 'orphans'
        ? t('orphans')
        : step.phase;
  return (
    <span className="flex items-baseline gap-2 text-body whitespace-nowrap max-md:min-w-0 max-md:overflow-hidden">
      <span className="shrink-0 font-semibold text-fg">{title}</span>
      {row.waitsFor.length > 0 ? (
        <Waits nodes={row.waitsFor} />
      ) : (
        <span className="text-fg-2">
          {step.type === 'hook' ? t('hooks', { count }) : t('resources', { count })}
        </span>
      )}
    </span>
  );
}

function Waits({ nodes }: { readonly nodes: readonly TreeNode[] }) {
  const t = useTranslations('tree.sections');
  const [first, ...others] = nodes;
  if (!first) return null;
  return (
    <span>
      <span className="text-at-t">{t('waitsFor', { kind: first.kind, name: first.name })}</span>
      {first.ready && first.ready.ready < first.ready.wanted && (
        <span className="text-fg-2">
          , {t('ready', { ready: first.ready.ready, wanted: first.ready.wanted })}
        </span>
      )}
      {others.length > 0 && <span className="text-fg-2"> {t('andMore', { count: others.length })}</span>}
    </span>
  );
}
