'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';
import { dateLocale, zoneName } from '@/components/ui/time/moment';
import { useNow } from '@/components/ui/time/use-now';
import type { Overview } from '@/lib/contracts/platform/overview';
import { verdictClauses, type VerdictClause } from './verdict-clauses';

/** The sentence of the page and, below it, the proof that it is complete. */
export function OverviewVerdict({ overview }: { readonly overview: Overview }) {
  const t = useTranslations('overview.verdict');
  const locale = useLocale();
  const clauses = verdictClauses(overview);
  const { total, sync, health } = overview.applications;
  return (
    <header className="flex flex-col gap-1.5">
      <Sentence as="h1" size="verdict">
        {clauses.length === 0
          ? t.rich(total === 0 ? 'none' : 'calm', { ...rich, count: total })
          : joinClauses(clauses, locale, (clause) => t.rich(clause.kind, { ...rich, count: clause.count }))}
      </Sentence>
      {total > 0 && (
        <Sentence size="body">
          <Today /> {t.rich('proof', { ...rich, total, synced: sync.Synced, healthy: health.Healthy })}
        </Sentence>
      )}
    </header>
  );
}

/** "A, B, and C." in the grammar of the language, with bold facts kept. */
function joinClauses(
  clauses: readonly VerdictClause[],
  locale: string,
  write: (clause: VerdictClause) => ReactNode,
): ReactNode {
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(
    clauses.map((_, index) => String(index)),
  );
  return (
    <>
      {parts.map((part, index) => {
        const clause = part.type === 'element' ? clauses[Number(part.value)] : undefined;
        return <Fragment key={index}>{clause ? write(clause) : part.value}</Fragment>;
      })}
      .
    </>
  );
}

function Today() {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const now = new Date(useNow(60_000));
  const day = new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const clock = new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (
    <time dateTime={now.toISOString()} suppressHydrationWarning className="nums">
      {day.format(now).replace(/,/g, '')}, {clock.format(now)} {zoneName(now, timeZone)}.
    </time>
  );
}
