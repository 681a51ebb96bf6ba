'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs';
import { HistoryTable } from '@/components/history/history-table';
import { Button } from '@/components/ui/button/button';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { historyQuery } from '@/lib/client/queries/application-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { ApplicationFrame } from '../frame/application-frame';

const CompareRevisions = dynamic(() =>
  import('./compare-revisions').then((module) => module.CompareRevisions),
);

export function HistoryPage({ application }: { readonly application: ApplicationRef }) {
  return (
    <ApplicationFrame application={application} tab="history">
      {() => <HistoryBody application={application} />}
    </ApplicationFrame>
  );
}

function HistoryBody({ application }: { readonly application: ApplicationRef }) {
  const t = useTranslations('history');
  const [chosen, setChosen] = useQueryState(
    'compare',
    parseAsArrayOf(parseAsString).withDefault([]).withOptions({ history: 'replace' }),
  );
  const history = useInfiniteQuery(historyQuery(application));
  if (!history.data) {
    if (!history.error) return <SkeletonRows label={t('loading')} rows={8} />;
    return (
      <ErrorState
        title={t('failed')}
        detail={history.error.message}
        since={history.errorUpdatedAt}
        requestId={isApiProblem(history.error) ? history.error.requestId : undefined}
        retrying={history.isFetching}
        onRetry={() => void history.refetch()}
      />
    );
  }
  const operations = history.data.pages.flatMap((page) => page.items);
  if (operations.length === 0) return <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>;
  const choose = (id: string, isChosen: boolean) =>
    void setChosen(isChosen ? [...chosen, id].slice(-2) : chosen.filter((other) => other !== id));
  const pair = operations
    .filter((operation) => chosen.includes(operation.id))
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  const [from, to] = pair;
  return (
    <div className="min-h-0 flex-1 overflow-auto max-md:overflow-visible">
      <p role="status" className="flex min-h-11 items-center gap-3 px-6 text-meta text-fg-2 max-sm:px-4">
        {pair.length === 0 ? t('pickTwo') : pair.length === 1 ? t('pickOne') : null}
        {pair.length > 0 && (
          <Button size="tiny" variant="quiet" onClick={() => void setChosen([])}>
            {t('clear')}
          </Button>
        )}
      </p>
      {from && to && <CompareRevisions application={application} from={from} to={to} />}
      <HistoryTable
        label={t('label', { name: application.name })}
        operations={operations}
        chosen={chosen}
        onChoose={choose}
      />
      {history.hasNextPage && (
        <div className="flex justify-center p-3">
          <Button size="small" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}
