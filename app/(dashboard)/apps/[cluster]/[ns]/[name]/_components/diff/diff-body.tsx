'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight, Radio } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { diffFiles } from '@/components/diff/files/diff-files';
import { DiffBrowser } from '@/components/diff/page/diff-browser';
import { Chip } from '@/components/ui/chip/chip';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { applicationDiffQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import { formatApplicationRef, type ApplicationRef } from '@/lib/contracts/application/application-ref';

interface DiffBodyProps {
  readonly application: ApplicationRef;
  readonly detail: ApplicationDetail;
}

/** Live against what a sync would leave, object by object. */
export function DiffBody({ application, detail }: DiffBodyProps) {
  const t = useTranslations('diff');
  const words = useTimeWords();
  const [selected, setSelected] = useQueryState('node', parseAsString.withOptions({ history: 'replace' }));
  const diff = useQuery(applicationDiffQuery(application));
  const files = useMemo(() => (diff.data ? diffFiles(diff.data) : undefined), [diff.data]);
  if (!diff.data || !files) {
    if (!diff.error) return <SkeletonRows label={t('loading')} rows={10} />;
    return (
      <ErrorState
        title={t('failed')}
        detail={diff.error.message}
        since={diff.errorUpdatedAt}
        requestId={isApiProblem(diff.error) ? diff.error.requestId : undefined}
        retrying={diff.isFetching}
        onRetry={() => void diff.refetch()}
      />
    );
  }
  const age =
    diff.data.comparedAt === null ? null : words.age(words.now - new Date(diff.data.comparedAt).getTime());
  if (files.changed.length === 0)
    return (
      <EmptyState title={t('empty', { count: files.identical.length })}>
        {age === null ? t('never') : t('compared', { age })}
      </EmptyState>
    );
  const revision = diff.data.revisions
    .map((each) => (/^[0-9a-f]{40}$/.test(each) ? each.slice(0, 7) : each))
    .join(', ');
  const cluster = detail.row.destination.cluster;
  return (
    <DiffBrowser
      page={formatApplicationRef(application)}
      changed={files.changed}
      identical={files.identical}
      titles={{ before: t('liveIn', { cluster }), after: t('afterSync', { revision }) }}
      selected={selected}
      onSelect={(id) => void setSelected(id)}
      toolbar={
        <span className="flex items-center gap-2 text-body text-fg-2">
          <Chip>
            <Radio aria-hidden size={12} />
            {age === null ? t('live') : t('liveAge', { age })}
          </Chip>
          <ArrowRight aria-hidden size={14} className="text-fg-3" />
          <Chip>
            {t('after')} <span className="font-mono">{revision}</span>
          </Chip>
        </span>
      }
    />
  );
}
