'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EventsTable } from '@/components/events/events-table';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { resourceEventsQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { ApplicationFrame } from '../frame/application-frame';

export function EventsPage({ application }: { readonly application: ApplicationRef }) {
  return (
    <ApplicationFrame application={application} tab="events">
      {() => <EventsBody application={application} />}
    </ApplicationFrame>
  );
}

function EventsBody({ application }: { readonly application: ApplicationRef }) {
  const t = useTranslations('events');
  const events = useQuery(resourceEventsQuery(application));
  if (events.data)
    return <EventsTable label={t('label', { name: application.name })} events={events.data.items} />;
  if (!events.error) return <SkeletonRows label={t('loading')} rows={8} />;
  return (
    <ErrorState
      title={t('failed')}
      detail={events.error.message}
      since={events.errorUpdatedAt}
      requestId={isApiProblem(events.error) ? events.error.requestId : undefined}
      retrying={events.isFetching}
      onRetry={() => void events.refetch()}
    />
  );
}
