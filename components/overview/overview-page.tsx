'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ClusterNotice } from '@/components/status/cluster-notice';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { overviewQuery } from '@/lib/client/queries/platform-queries';
import { useLive } from '@/lib/client/stream/live-provider';
import { InFlightList } from './in-flight-list';
import { OverviewSkeleton } from './overview-skeleton';
import { OverviewVerdict } from './overview-verdict';
import { RecentList } from './recent-list';
import { VersionMatrix } from './matrix/version-matrix';
import { WaitingList } from './waiting-list';
import { WindowsRibbon } from './windows/windows-ribbon';

/** What needs me, what moves, what runs where, when it may change, and what happened. */
export function OverviewPage() {
  const t = useTranslations('overview');
  useLive('applications', 'activity');
  const { data, error, isPending, isFetching, refetch, dataUpdatedAt } = useQuery(overviewQuery());
  if (isPending) return <OverviewSkeleton />;
  if (data === undefined) {
    return (
      <div className="p-2">
        <ErrorState
          title={t('failed')}
          detail={error.message}
          requestId={isApiProblem(error) ? error.requestId : undefined}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3 px-6 pt-5 pb-8 max-sm:px-4">
      <OverviewVerdict overview={data} />
      <ClusterNotice />
      {error && <p className="text-meta text-at-t">{t('refreshFailed', { reason: error.message })}</p>}
      <div className="flex flex-col gap-x-6 gap-y-3 lg:flex-row">
        <div className="flex min-w-0 flex-1 flex-col gap-3 max-lg:contents">
          <div className="max-lg:order-1">
            <WaitingList items={data.waiting} total={data.applications.total} comparedAt={dataUpdatedAt} />
          </div>
          {data.inFlight.length > 0 && (
            <div className="max-lg:order-2">
              <InFlightList items={data.inFlight} />
            </div>
          )}
          <div className="min-w-0 max-lg:order-4">
            <VersionMatrix environments={data.environments} rows={data.matrix} />
          </div>
        </div>
        <div className="flex shrink-0 flex-col gap-3 max-lg:contents lg:w-86">
          <div className="max-lg:order-3">
            <WindowsRibbon rules={data.windows} />
          </div>
          <div className="max-lg:order-5">
            <RecentList entries={data.recent} />
          </div>
        </div>
      </div>
    </div>
  );
}
