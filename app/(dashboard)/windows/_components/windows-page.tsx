'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { applicationPageQuery } from '@/lib/client/queries/application-queries';
import { projectsQuery } from '@/lib/client/queries/platform-queries';
import { useLive } from '@/lib/client/stream/live-provider';

/** Cron arithmetic is its own chunk. */
const WindowsBody = dynamic(() => import('./windows-body').then((module) => module.WindowsBody), {
  loading: Loading,
});

const MOST_APPLICATIONS = 500;

export function WindowsPage() {
  const t = useTranslations('windows');
  useLive('applications');
  const rows = useQuery(applicationPageQuery({ limit: MOST_APPLICATIONS }));
  const projects = useQuery(projectsQuery());
  const failed = [rows, projects].find((query) => query.error !== null && query.data === undefined);
  if (failed?.error)
    return (
      <ErrorState
        title={t('failed')}
        detail={failed.error.message}
        since={failed.errorUpdatedAt}
        requestId={isApiProblem(failed.error) ? failed.error.requestId : undefined}
        retrying={failed.isFetching}
        onRetry={() => void failed.refetch()}
      />
    );
  if (!rows.data || !projects.data) return <Loading />;
  if (rows.data.items.length === 0) return <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>;
  return <WindowsBody rows={rows.data.items} projects={projects.data.items} />;
}

function Loading() {
  const t = useTranslations('windows');
  return <SkeletonRows label={t('loading')} rows={8} />;
}
