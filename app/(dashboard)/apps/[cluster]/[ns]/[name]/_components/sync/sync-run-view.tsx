'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useMemo, useState, type ReactNode } from 'react';
import { TerminateDialog } from '@/components/application/actions/terminate-dialog';
import { planSections } from '@/components/sync/model/plan-sections';
import { withResults } from '@/components/sync/model/recorded-steps';
import { runProgress, sectionsOfRun } from '@/components/sync/model/run-progress';
import { PlanList } from '@/components/sync/view/plan-list';
import { RunPanel } from '@/components/sync/view/run-panel';
import { RunSentence } from '@/components/sync/view/run-sentence';
import { shortDigest } from '@/components/sync/view/short-digest';
import { Button } from '@/components/ui/button/button';
import { ButtonLink } from '@/components/ui/button/button-link';
import { SidePanel } from '@/components/ui/panel/side-panel';
import { StickyBar } from '@/components/ui/panel/sticky-bar';
import { Seal } from '@/components/ui/seal/seal';
import { queryKeys } from '@/lib/client/queries/query-keys';
import { pageRoutes } from '@/lib/client/routes';
import type { OperationRun } from '@/lib/client/stream/apply-stream-event';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { OperationView } from '@/lib/contracts/sync/operation';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { ApplicationFrame } from '../frame/application-frame';
import { usePlanDiffs } from './use-plan-diffs';
import { usePlanOf } from './use-plan-of';

interface SyncRunViewProps {
  readonly application: ApplicationRef;
  readonly operation: OperationView;
  readonly onAgain: () => void;
}

/** The plan while it runs and after: each row gains state and time. */
export function SyncRunView({ application, operation, onAgain }: SyncRunViewProps) {
  const t = useTranslations('sync');
  const [isAsking, setAsking] = useState(false);
  const run = useQuery<OperationRun>({
    queryKey: queryKeys.progress(application),
    queryFn: skipToken,
    staleTime: Infinity,
  });
  const plan = usePlanOf(application, operation.planDigest);
  const steps = run.data?.operationId === operation.id ? run.data.steps : undefined;
  const { sections, progress, onFailure } = useMemo(
    () => viewOf(plan, operation, steps ?? []),
    [plan, operation, steps],
  );
  const diffs = usePlanDiffs(application);
  const isEnded = operation.finishedAt !== null;
  const mono = (chunks: ReactNode) => <b className="font-mono text-code text-fg">{chunks}</b>;
  const digest = operation.planDigest;
  const titles = isEnded
    ? (['run.finishedTitle', 'run.finishedBare'] as const)
    : (['run.title', 'run.titleBare'] as const);
  return (
    <ApplicationFrame
      application={application}
      tab="sync"
      sentence={<RunSentence operation={operation} progress={progress} />}
    >
      {() => (
        <>
          <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
            <div className="min-w-0 flex-1 overflow-auto max-lg:overflow-visible">
              <PlanList
                label={t('runLabel')}
                sections={sections}
                progress={progress}
                words={diffs.words}
                diff={diffs.diff}
              />
            </div>
            <SidePanel label={t('run.progress')} width={344}>
              <div className="flex flex-col gap-4 px-5 py-3">
                <RunPanel
                  operation={operation}
                  sections={sections}
                  progress={progress}
                  onFailure={onFailure}
                />
              </div>
            </SidePanel>
          </div>
          <StickyBar
            label={t('run.progress')}
            {...(digest === null ? {} : { seal: <Seal digest={digest} boxed /> })}
            title={digest === null ? t(titles[1]) : t.rich(titles[0], { digest: shortDigest(digest), mono })}
            detail={isEnded ? t('run.finishedDetail') : t('run.detail')}
            actions={
              isEnded ? (
                <>
                  <ButtonLink size="bar" href={pageRoutes.application(application, 'history') as Route}>
                    {t('run.toHistory')}
                  </ButtonLink>
                  <ButtonLink size="bar" href={pageRoutes.application(application, 'tree') as Route}>
                    {t('run.toTree')}
                  </ButtonLink>
                  <Button size="bar" variant="primary" onClick={onAgain}>
                    {t('run.again')}
                  </Button>
                </>
              ) : (
                <Button
                  size="bar"
                  variant="danger"
                  busy={operation.phase === 'Terminating'}
                  onClick={() => setAsking(true)}
                >
                  {t('run.terminate')}
                </Button>
              )
            }
          />
          {isAsking && <TerminateDialog application={application} onClose={() => setAsking(false)} />}
        </>
      )}
    </ApplicationFrame>
  );
}

/** With the plan at hand its rows; from another tab what the steps name. Results fill what the stream did not tell. */
function viewOf(plan: SyncPlan | undefined, operation: OperationView, steps: OperationRun['steps']) {
  const planned = plan ? planSections(plan) : { sections: sectionsOfRun(steps, operation), onFailure: [] };
  const total = planned.sections.reduce((sum, section) => sum + section.tasks.length, 0);
  return { ...planned, progress: runProgress(withResults(steps, operation, planned.sections), total) };
}
