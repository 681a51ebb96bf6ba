'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useDeferredValue } from 'react';
import { Button } from '@/components/ui/button/button';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { Panel } from '@/components/ui/panel/panel';
import { PageHeader } from '@/components/ui/text/page-header';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';
import { useNow } from '@/components/ui/time/use-now';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { activityQuery } from '@/lib/client/queries/platform-queries';
import { useLive } from '@/lib/client/stream/live-provider';
import { ActivityList } from './activity-list';
import { ExportMenu } from './export/export-menu';
import { activityParsers, activityRequest, isFiltered } from './filters/activity-filters';
import { FilterBar } from './filters/filter-bar';

/** Who did what, to what, why, and whether it was allowed. */
export function ActivityPage() {
  const t = useTranslations('activity');
  useLive('activity');
  const [filters, setFilters] = useQueryStates(activityParsers, { throttleMs: 200 });
  const now = useNow(60_000);
  const request = activityRequest(useDeferredValue(filters), now);
  const list = useInfiniteQuery(activityQuery({ ...request, limit: 100 }));
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader actions={<ExportMenu query={request} />}>
        <Sentence as="h1" size="title">
          {list.data
            ? t.rich('sentence', { ...rich, count: entries.length, exact: list.hasNextPage ? 'no' : 'yes' })
            : t('title')}
        </Sentence>
      </PageHeader>
      <FilterBar filters={filters} onChange={(change) => void setFilters(change)} />
      <div className="px-6 pb-8 max-sm:px-0">
        <Panel className="max-sm:rounded-none max-sm:border-x-0">
          {list.isPending && <SkeletonRows label={t('loading')} rows={10} />}
          {list.isError && (
            <ErrorState
              title={t('failed')}
              detail={list.error.message}
              requestId={isApiProblem(list.error) ? list.error.requestId : undefined}
              retrying={list.isFetching}
              onRetry={() => void list.refetch()}
            />
          )}
          {list.data && entries.length === 0 && (
            <NoEntries filtered={isFiltered(filters)} onClear={() => void setFilters(null)} />
          )}
          {entries.length > 0 && <ActivityList entries={entries} />}
        </Panel>
        {list.hasNextPage && (
          <Button
            className="mt-3 max-sm:mx-4"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </>
  );
}

function NoEntries({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const t = useTranslations('activity');
  if (!filtered) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>;
  return (
    <EmptyState title={t('empty')} action={<Button onClick={onClear}>{t('filters.clear')}</Button>}>
      {t('emptyHint')}
    </EmptyState>
  );
}
