'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { ApplicationFailure } from '@/components/application/view/application-failure';
import { ApplicationHeader } from '@/components/application/view/application-header';
import { ApplicationTabs } from '@/components/application/view/application-tabs';
import { ConditionNotices } from '@/components/application/view/condition-notices';
import { applicationDetailQuery } from '@/lib/client/queries/application-queries';
import type { ApplicationTab } from '@/lib/client/routes';
import { useLive } from '@/lib/client/stream/live-provider';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { applicationTopic } from '@/lib/contracts/stream/stream-events';

interface ApplicationFrameProps {
  readonly application: ApplicationRef;
  readonly tab: ApplicationTab;
  /** Instead of the verdict and the facts. */
  readonly sentence?: ReactNode;
  readonly children: (detail: ApplicationDetail) => ReactNode;
}

/** Head, tabs and notices of an application around one of its parts; follows the application live. */
export function ApplicationFrame({ application, tab, sentence, children }: ApplicationFrameProps) {
  const t = useTranslations('application');
  useLive(applicationTopic(application));
  const detail = useQuery(applicationDetailQuery(application));
  if (!detail.data) {
    if (detail.error)
      return (
        <ApplicationFailure
          application={application}
          error={detail.error}
          since={detail.errorUpdatedAt}
          isRetrying={detail.isFetching}
          onRetry={() => void detail.refetch()}
        />
      );
    return (
      <div className="pt-4">
        <h1 className="px-6 pb-2 text-title font-semibold max-sm:px-4">{application.name}</h1>
        <ApplicationTabs application={application} current={tab} detail={undefined} />
        <SkeletonRows label={t('loading')} rows={8} />
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-col md:h-[calc(100dvh-3rem)]">
      <ApplicationHeader
        application={application}
        detail={detail.data}
        tab={tab}
        {...(sentence === undefined ? {} : { sentence })}
      />
      <ApplicationTabs application={application} current={tab} detail={detail.data} />
      <ConditionNotices detail={detail.data} />
      <div className="flex min-h-0 flex-1 flex-col">{children(detail.data)}</div>
    </div>
  );
}
