'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useCallback, type ReactNode } from 'react';
import { ClusterNotice } from '@/components/status/cluster-notice';
import { Button } from '@/components/ui/button/button';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { applicationPagesQuery } from '@/lib/client/queries/application-queries';
import { useLive } from '@/lib/client/stream/live-provider';
import { AppsTable } from './apps-table';
import { BulkBar } from './bulk/bulk-bar';
import { useSelection } from './bulk/use-selection';
import { appsParsers, rowsRequest, type AppsState } from './state/apps-url';
import { usePendingUpdates } from './state/use-pending-updates';
import { AppsToolbar } from './toolbar/apps-toolbar';
import { ColumnMenu } from './toolbar/column-menu';
import { ViewTabs } from './toolbar/view-tabs';

/** Every application: found, sorted, grouped and paged by the server. */
export function AppsPage({ density }: { readonly density: ReactNode }) {
  const t = useTranslations('apps');
  useLive('applications');
  const [state, setState] = useQueryStates(appsParsers, { history: 'push' });
  const change = (part: Partial<AppsState>) => void setState(part);
  const list = useInfiniteQuery(applicationPagesQuery(rowsRequest(state)));
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const selection = useSelection(items);
  const updates = usePendingUpdates(list.dataUpdatedAt);
  const { fetchNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-96 flex-col max-sm:h-[calc(100dvh-6.5rem)]">
      <h1 className="sr-only">{t('title')}</h1>
      <ViewTabs
        q={state.q}
        end={
          <span className="flex items-center max-lg:hidden">
            <ColumnMenu shown={state.cols} onChange={(cols) => void setState({ cols })} />
            {density}
          </span>
        }
      />
      <ClusterNotice />
      <AppsToolbar
        state={state}
        onChange={change}
        total={first?.total}
        all={first?.all}
        facets={first?.facets ?? {}}
        notUnderstood={first?.notUnderstood ?? []}
      />
      {list.isPending && <SkeletonRows label={t('loading')} rows={12} />}
      {list.isError && (
        <ErrorState
          title={t('failed')}
          detail={list.error.message}
          requestId={isApiProblem(list.error) ? list.error.requestId : undefined}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      )}
      {first && items.length === 0 && <NoApps all={first.all} onClear={() => change({ q: '' })} />}
      {first && items.length > 0 && (
        <AppsTable
          state={state}
          onChange={change}
          items={items}
          groups={list.data?.pages.at(-1)?.groups ?? []}
          total={first.total}
          selection={selection}
          hasMore={list.hasNextPage}
          onMore={more}
        />
      )}
      <BulkBar
        selection={selection}
        total={first?.total ?? 0}
        updates={updates}
        onApply={() => void list.refetch()}
      />
    </div>
  );
}

function NoApps({ all, onClear }: { readonly all: number; readonly onClear: () => void }) {
  const t = useTranslations('apps');
  if (all === 0) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>;
  return (
    <EmptyState title={t('empty')} action={<Button onClick={onClear}>{t('clear')}</Button>}>
      {t('emptyHint', { all })}
    </EmptyState>
  );
}
