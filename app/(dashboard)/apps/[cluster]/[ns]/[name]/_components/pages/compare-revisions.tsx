'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { revisionFiles } from '@/components/diff/files/revision-files';
import { DiffBrowser } from '@/components/diff/page/diff-browser';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { rich } from '@/components/ui/text/rich';
import { manifestsQuery } from '@/lib/client/queries/resource-queries';
import { formatApplicationRef, type ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { OperationView } from '@/lib/contracts/sync/operation';

interface CompareRevisionsProps {
  readonly application: ApplicationRef;
  readonly from: OperationView;
  readonly to: OperationView;
}

/** What two operations rendered, side by side. */
export function CompareRevisions({ application, from, to }: CompareRevisionsProps) {
  const t = useTranslations('history');
  const before = useQuery(manifestsQuery(application, from.revisions[0]));
  const after = useQuery(manifestsQuery(application, to.revisions[0]));
  const files = useMemo(
    () => before.data && after.data && revisionFiles(before.data.manifests, after.data.manifests),
    [before.data, after.data],
  );
  const error = before.error ?? after.error;
  if (error)
    return (
      <ErrorState
        title={t('compareFailed')}
        detail={error.message}
        onRetry={() => {
          void before.refetch();
          void after.refetch();
        }}
      />
    );
  if (!files) return <SkeletonRows label={t('compareLoading')} rows={4} />;
  if (files.changed.length === 0) return <EmptyState title={t('same')} />;
  const names = { from: shortOf(from), to: shortOf(to) };
  return (
    <section className="flex h-[70dvh] flex-col border-y border-line">
      <DiffBrowser
        page={`${formatApplicationRef(application)}/history`}
        changed={files.changed}
        identical={files.identical}
        titles={{ before: t('from', { revision: names.from }), after: t('from', { revision: names.to }) }}
        selected={null}
        onSelect={() => undefined}
        toolbar={<span className="sentence text-body">{t.rich('comparing', { ...rich, ...names })}</span>}
      />
    </section>
  );
}

function shortOf(operation: OperationView): string {
  return operation.revisions.map((each) => each.slice(0, 7)).join(', ');
}
