'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { DiffSummary, SummaryFact, SummaryLabel } from '../summary/diff-summary';

/** The difference of one object in words: "image 1.4.2 → 1.5.0, replicas 3 → 5". */
export function SummaryWords({ summary }: { readonly summary: DiffSummary }): ReactNode {
  const t = useTranslations('diff.summary');
  if (summary.verdict === 'deleted') return <b data-tone="bad">{t('deleted')}</b>;
  if (summary.verdict === 'same') return t('same');
  const parts: ReactNode[] = summary.facts.map((fact) => (
    <FactWords fact={fact} isNew={summary.verdict === 'created'} />
  ));
  if (summary.verdict === 'created') parts.unshift(t('created'));
  if (summary.more > 0) parts.push(t('more', { count: summary.more }));
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && ', '}
      {part}
    </Fragment>
  ));
}

/** What the change does to what runs: Pods that restart. */
export function SummaryEffect({ summary }: { readonly summary: DiffSummary }): ReactNode {
  const t = useTranslations('diff.summary');
  if (!summary.restarts) return null;
  return (
    <b data-tone="at">
      {summary.pods === undefined ? t('restarts') : t('restartsPods', { count: summary.pods })}
    </b>
  );
}

function FactWords({ fact, isNew }: { readonly fact: SummaryFact; readonly isNew: boolean }): ReactNode {
  const t = useTranslations('diff.summary');
  const label = useLabel();
  if (fact.type === 'keys') {
    if (isNew) return t('keysNew', { count: fact.total });
    return t(fact.isSecret ? 'secretKeys' : 'keys', {
      total: fact.total,
      touched: fact.changed + fact.added + fact.removed,
    });
  }
  if (fact.type === 'set')
    return (
      <>
        {label(fact.label)} {fact.from || t('something')} → <b>{fact.to || t('something')}</b>
      </>
    );
  if (isNew) return `${label(fact.label)} ${fact.value ?? ''}`.trim();
  return fact.type === 'added' ? (
    <>
      <b>{label(fact.label)}</b> {t('added')}
    </>
  ) : (
    <>
      <b>{label(fact.label)}</b> {t('removed')}
    </>
  );
}

function useLabel(): (label: SummaryLabel) => string {
  const t = useTranslations('diff.summary.words');
  return (label) => {
    if ('code' in label) return label.code;
    const word = t(label.word);
    return label.word === 'label' || label.word === 'annotation' || label.word === 'port'
      ? `${word} ${label.of ?? ''}`.trim()
      : word;
  };
}
