'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import { verdictClauses, type VerdictClause } from '../model/verdict';

/** The state of the application in one sentence. */
export function VerdictSentence({ detail }: { readonly detail: ApplicationDetail }) {
  return (
    <Sentence>
      {verdictClauses(detail).map((clause, index) => (
        <Fragment key={clause.type}>
          {index > 0 && ' '}
          <Clause clause={clause} />
        </Fragment>
      ))}
    </Sentence>
  );
}

function Clause({ clause }: { readonly clause: VerdictClause }) {
  const t = useTranslations('application.verdict');
  const words = useTimeWords();
  switch (clause.type) {
    case 'error':
      return t.rich('error', { ...rich, condition: clause.condition, message: firstLine(clause.message) });
    case 'deleting':
      return t.rich('deleting', rich);
    case 'syncing':
      return t.rich('syncing', { ...rich, since: words.moment(new Date(clause.since)) });
    case 'out-of-sync':
      return t.rich(clause.toPrune > 0 ? 'outOfSyncPrune' : 'outOfSync', {
        ...rich,
        differ: clause.differ,
        resources: clause.resources,
        toPrune: clause.toPrune,
      });
    case 'synced':
      return t.rich(clause.isHealthy ? 'syncedHealthy' : 'synced', { ...rich, count: clause.resources });
    case 'unknown':
      return t.rich('unknown', rich);
    case 'problem':
      return <Problem clause={clause} />;
    case 'health':
      return t.rich('health', {
        ...rich,
        health: clause.health,
        message: clause.message || '…',
        tone: toneOf(clause.health),
      });
    case 'closed': {
      const reason = clause.reason || t('aRule');
      return clause.until === null
        ? t.rich('closed', { ...rich, reason })
        : t.rich('closedUntil', { ...rich, reason, until: words.moment(new Date(clause.until)) });
    }
  }
}

function Problem({ clause }: { readonly clause: Extract<VerdictClause, { type: 'problem' }> }) {
  const t = useTranslations('application.verdict');
  const { health, kind, name, message, others } = clause;
  return t.rich(message === '' ? 'problemBare' : 'problem', {
    ...rich,
    health,
    kind,
    name,
    message: firstLine(message).replace(/\.$/, ''),
    others,
    tone: toneOf(health),
  });
}

function toneOf(health: string): string {
  if (health === 'Degraded') return 'bad';
  return health === 'Progressing' ? 'mo' : 'other';
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
