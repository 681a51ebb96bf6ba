'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { planSections } from '@/components/sync/model/plan-sections';
import { planChoicesOf, syncRequestOf } from '@/components/sync/model/sync-choices';
import { ChangedNotice } from '@/components/sync/view/changed-notice';
import { PlanChecks } from '@/components/sync/view/plan-checks';
import { PlanCounts } from '@/components/sync/view/plan-counts';
import { PlanList } from '@/components/sync/view/plan-list';
import { PlanSentence } from '@/components/sync/view/plan-sentence';
import { SyncBar } from '@/components/sync/view/sync-bar';
import { SyncOptions } from '@/components/sync/view/sync-options';
import type { BlockedReason } from '@/components/ui/button/button';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { showToast } from '@/components/ui/overlay/toast';
import { SidePanel } from '@/components/ui/panel/side-panel';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { isApiProblem } from '@/lib/client/api/api-problem';
import { useSync } from '@/lib/client/mutations/application-mutations';
import { applicationDetailQuery } from '@/lib/client/queries/application-queries';
import { queryKeys } from '@/lib/client/queries/query-keys';
import { syncPlanQuery } from '@/lib/client/queries/sync-plan-query';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { PlanTask, SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { ApplicationFrame } from '../frame/application-frame';
import { usePlanDiffs } from './use-plan-diffs';
import { useReadPlan } from './use-read-plan';
import { useSyncChoices } from './use-sync-choices';

export function SyncPlanView({ application }: { readonly application: ApplicationRef }) {
  const detail = useQuery(applicationDetailQuery(application));
  if (!detail.data)
    return (
      <ApplicationFrame application={application} tab="sync">
        {() => null}
      </ApplicationFrame>
    );
  return <Loaded application={application} detail={detail.data} />;
}

function Loaded({
  application,
  detail,
}: {
  readonly application: ApplicationRef;
  readonly detail: ApplicationDetail;
}) {
  const t = useTranslations('sync');
  const common = useTranslations('common');
  const [choices, change] = useSyncChoices(detail);
  const [reason, setReason] = useState('');
  const base = useQuery(syncPlanQuery(application, planChoicesOf(choices, detail.syncOptions, [])));
  const leftOut = new Set(choices.leftOut);
  const chosen = base.data && leftOut.size > 0 ? chosenKeys(base.data, leftOut) : [];
  const asked = planChoicesOf(choices, detail.syncOptions, chosen);
  const query = useQuery({
    ...syncPlanQuery(application, asked),
    enabled: leftOut.size === 0 || chosen.length > 0,
  });
  const { read, delta, review } = useReadPlan(query.data, JSON.stringify(asked), query.isPlaceholderData);
  const client = useQueryClient();
  const sync = useSync(application);
  const diffs = usePlanDiffs(application);
  const blocked = useBlocked(read);
  const start = (dryRun: boolean) => {
    if (!read) return;
    // Kept for the run, whatever is planned meanwhile.
    client.setQueryData([...queryKeys.plan(application), 'read'], read);
    sync.mutate(
      syncRequestOf(choices, detail.syncOptions, { resources: chosen, digest: read.digest, dryRun, reason }),
      {
        onError: (error) => {
          // The changed plan shows itself with its difference.
          if (isApiProblem(error, 'plan-changed')) void query.refetch();
          else
            showToast({
              tone: 'bad',
              glyph: 'door-cross',
              title: t('bar.refused'),
              detail: error.message,
              closeLabel: common('close'),
            });
        },
      },
    );
  };
  const place = `${detail.row.destination.cluster} / ${detail.row.destination.namespace}`;
  if (!read)
    return (
      <ApplicationFrame application={application} tab="sync">
        {() =>
          query.error ? (
            <ErrorState
              title={t('failed')}
              detail={query.error.message}
              since={query.errorUpdatedAt}
              requestId={isApiProblem(query.error) ? query.error.requestId : undefined}
              retrying={query.isFetching}
              onRetry={() => void query.refetch()}
            />
          ) : (
            <SkeletonRows label={t('loading')} rows={10} />
          )
        }
      </ApplicationFrame>
    );
  const listed = leftOut.size > 0 ? (base.data ?? read) : delta && query.data ? query.data : read;
  const changed = delta ? new Set([...delta.added, ...delta.changed]) : undefined;
  const busy = sync.isPending ? (sync.variables.dryRun ? 'dry-run' : 'sync') : null;
  const leave = (task: PlanTask, isLeftOut: boolean) =>
    change({
      leftOut: isLeftOut ? [...choices.leftOut, task.id] : choices.leftOut.filter((id) => id !== task.id),
    });
  return (
    <ApplicationFrame
      application={application}
      tab="sync"
      sentence={<PlanSentence plan={read} place={place} />}
    >
      {() => (
        <>
          <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
            <div className="min-w-0 flex-1 overflow-auto max-lg:overflow-visible">
              {delta && query.data && <ChangedNotice read={read} now={query.data} delta={delta} />}
              <PlanCounts plan={read} />
              <PlanList
                label={t('planLabel')}
                sections={planSections(listed).sections}
                words={diffs.words}
                diff={diffs.diff}
                leftOut={leftOut}
                onLeaveOut={leave}
                {...(changed ? { changed } : {})}
              />
            </div>
            <SidePanel label={t('options.title')} width={344}>
              <div className="flex flex-col gap-4 px-5 py-3">
                <PlanChecks plan={read} />
                <SyncOptions
                  plan={read}
                  choices={choices}
                  onChange={change}
                  reason={reason}
                  onReason={setReason}
                />
              </div>
            </SidePanel>
          </div>
          <SyncBar
            plan={read}
            toReview={delta?.count ?? 0}
            blocked={blocked}
            busy={busy}
            onSync={() => start(false)}
            onDryRun={() => start(true)}
            onReview={review}
          />
        </>
      )}
    </ApplicationFrame>
  );
}

function chosenKeys(plan: SyncPlan, leftOut: ReadonlySet<string>): PlanTask['key'][] {
  return planSections(plan).sections.flatMap((section) =>
    section.tasks.filter((task) => !task.hook && !leftOut.has(task.id)).map((task) => task.key),
  );
}

/** The reason is the label of the button. */
function useBlocked(plan: SyncPlan | undefined): BlockedReason | undefined {
  const t = useTranslations('sync.bar');
  const words = useTimeWords();
  if (!plan || plan.window.manualOpen) return undefined;
  const { until, reason } = plan.window;
  return {
    reason:
      until === null ? t('blocked', { reason }) : t('blockedUntil', { until: words.moment(new Date(until)) }),
  };
}
