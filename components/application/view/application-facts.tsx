'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Glyph } from '@/components/ui/glyph/glyph';
import { DefinitionRow, type Definition } from '@/components/ui/text/definition-row';
import { Time } from '@/components/ui/time/time';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';

/** Facts below the sentence; what is not known is not there. */
export function ApplicationFacts({ detail }: { readonly detail: ApplicationDetail }) {
  const t = useTranslations('application.facts');
  const { row, sources } = detail;
  const items: Definition[] = [];
  if (row.lastDeploy)
    items.push({
      term: t('running'),
      value: (
        <>
          <span className="font-medium">{row.version}</span>
          <Sha revision={row.lastDeploy.revision} />
        </>
      ),
    });
  const [source] = sources;
  if (source)
    items.push({
      term: t('desired'),
      value: (
        <>
          <span className="font-medium">{source.targetRevision || 'HEAD'}</span>
          <Sha revision={source.revision} />
          {sources.length > 1 && (
            <span className="text-fg-2">{t('moreSources', { count: sources.length - 1 })}</span>
          )}
        </>
      ),
    });
  items.push({ term: t('destination'), value: `${row.destination.cluster} / ${row.destination.namespace}` });
  const window = <WindowFact detail={detail} />;
  if (detail.windows.length > 0) items.push({ term: t('window'), value: window });
  items.push({ term: t('autoSync'), value: <AutoSync detail={detail} /> });
  if (row.lastDeploy)
    items.push({
      term: t('lastDeploy'),
      value: (
        <>
          <Time at={row.lastDeploy.at} focusable />
          <span className="text-fg-2">
            {row.lastDeploy.automated ? t('byAutomation') : row.lastDeploy.by}
          </span>
        </>
      ),
    });
  return <DefinitionRow items={items} className="pt-1" />;
}

function Sha({ revision }: { readonly revision: string }): ReactNode {
  if (revision === '') return null;
  const isSha = /^[0-9a-f]{40}$/.test(revision);
  return (
    <span className="font-mono text-code text-fg-2" title={revision}>
      {isSha ? revision.slice(0, 7) : revision}
    </span>
  );
}

function WindowFact({ detail }: { readonly detail: ApplicationDetail }) {
  const t = useTranslations('application.facts');
  const words = useTimeWords();
  const { window } = detail.row;
  const until = window.until === null ? undefined : words.moment(new Date(window.until));
  const isOpen = window.manualOpen;
  const key = isOpen
    ? until === undefined
      ? 'open'
      : 'openUntil'
    : until === undefined
      ? 'closed'
      : 'closedUntil';
  return (
    <>
      <Glyph name={isOpen ? 'door-tick' : 'door-hatched'} tone={isOpen ? 'ok' : 'at'} />
      <span className={isOpen ? '' : 'text-at-t'}>
        {t(key, { until: until ?? '', reason: window.reason })}
      </span>
    </>
  );
}

function AutoSync({ detail }: { readonly detail: ApplicationDetail }) {
  const t = useTranslations('application.facts');
  const { autoSync } = detail.row;
  if (!autoSync.enabled) return t('off');
  const extras = [autoSync.prune && t('prune'), autoSync.selfHeal && t('selfHeal')]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      {t('on')}
      {extras !== '' && <span className="text-fg-2">{extras}</span>}
    </>
  );
}
