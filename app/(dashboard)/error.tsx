'use client';

import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/ui/feedback/error-state';

interface PageErrorProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** A page that could not be drawn keeps the shell around it. */
export default function PageError({ error, reset }: PageErrorProps) {
  const t = useTranslations('shell.crash');
  return (
    <div className="p-2">
      <ErrorState title={t('title')} detail={error.message} requestId={error.digest} onRetry={reset} />
    </div>
  );
}
