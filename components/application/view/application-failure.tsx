'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button/button-link';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { NoAccess } from '@/components/ui/feedback/no-access';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { pageRoutes } from '@/lib/client/routes';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';

interface ApplicationFailureProps {
  readonly application: ApplicationRef;
  readonly error: Error;
  readonly since: number;
  readonly isRetrying: boolean;
  readonly onRetry: () => void;
}

/** Why the application cannot be shown: it is not there, it may not be seen, or the server did not answer. */
export function ApplicationFailure({
  application,
  error,
  since,
  isRetrying,
  onRetry,
}: ApplicationFailureProps) {
  const t = useTranslations('application.failure');
  const { name, namespace } = application;
  if (isApiProblem(error, 'not-found'))
    return (
      <EmptyState
        title={t('notFound', { name, namespace })}
        action={<ButtonLink href={pageRoutes.apps}>{t('toApps')}</ButtonLink>}
      >
        {t('notFoundBody')}
      </EmptyState>
    );
  if (isApiProblem(error, 'forbidden'))
    return (
      <NoAccess
        title={t('noAccess', { name })}
        permission={`applications, get, */${name}`}
        grantedBy={error.fix ?? error.message}
      />
    );
  return (
    <ErrorState
      title={t('failed', { name })}
      detail={error.message}
      since={since}
      requestId={isApiProblem(error) ? error.requestId : undefined}
      retrying={isRetrying}
      onRetry={onRetry}
    />
  );
}
