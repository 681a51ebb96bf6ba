'use client';

import { GitCompareArrows, RefreshCw } from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useActions } from '@/components/ui/actions/action-context';
import { Button } from '@/components/ui/button/button';
import { ButtonLink } from '@/components/ui/button/button-link';
import { Chip } from '@/components/ui/chip/chip';
import { showToast } from '@/components/ui/overlay/toast';
import { PageHeader } from '@/components/ui/text/page-header';
import { useRefresh } from '@/lib/client/mutations/application-mutations';
import { pageRoutes, type ApplicationTab } from '@/lib/client/routes';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { ApplicationMenu } from '../actions/application-menu';
import { ApplicationFacts } from './application-facts';
import { VerdictSentence } from './verdict-sentence';

interface ApplicationHeaderProps {
  readonly application: ApplicationRef;
  readonly detail: ApplicationDetail;
  readonly tab: ApplicationTab;
  /** Instead of the verdict and the facts: the plan page speaks for itself. */
  readonly sentence?: ReactNode;
}

export function ApplicationHeader({ application, detail, tab, sentence }: ApplicationHeaderProps) {
  const t = useTranslations('application');
  const common = useTranslations('common');
  const router = useRouter();
  const refresh = useRefresh(application);
  const run = (kind: 'normal' | 'hard') =>
    refresh.mutate(kind, {
      onError: (error) =>
        showToast({
          tone: 'bad',
          glyph: 'door-cross',
          title: t('actions.refreshFailed'),
          detail: error.message,
          closeLabel: common('close'),
        }),
    });
  const { row, verdict } = detail;
  const isRunning = row.operation?.phase === 'Running' || row.operation?.phase === 'Terminating';
  const changes = verdict.differ;
  useActions([
    {
      id: 'refresh',
      label: t('actions.refreshNamed', { name: application.name }),
      section: 'page',
      keys: 'r',
      run: () => run('normal'),
    },
    {
      id: 'plan-sync',
      label: t('actions.planNamed', { name: application.name }),
      section: 'page',
      keys: 's',
      run: () => router.push(pageRoutes.application(application, 'sync')),
    },
    {
      id: 'compare',
      label: t('actions.compareNamed', { name: application.name }),
      section: 'page',
      run: () => router.push(pageRoutes.application(application, 'diff')),
    },
  ]);
  return (
    <PageHeader
      chips={
        <>
          <Chip>{row.destination.cluster}</Chip>
          <Chip>{t('project', { project: row.project })}</Chip>
          {row.environment !== null && <Chip>{row.environment}</Chip>}
          {isRunning && (
            <Chip tone="mo" glyph="bars-moving">
              Syncing
            </Chip>
          )}
        </>
      }
      actions={
        <>
          <Button icon={<RefreshCw aria-hidden />} busy={refresh.isPending} onClick={() => run('normal')}>
            {t('actions.refresh')}
          </Button>
          {tab !== 'diff' && (
            <ButtonLink href={pageRoutes.application(application, 'diff') as Route}>
              <GitCompareArrows aria-hidden />
              {t('actions.compare')}
            </ButtonLink>
          )}
          {tab !== 'sync' && (
            <ButtonLink variant="primary" href={pageRoutes.application(application, 'sync') as Route}>
              {isRunning ? t('actions.watchSync') : t('actions.plan', { count: changes })}
            </ButtonLink>
          )}
          <ApplicationMenu application={application} detail={detail} onHardRefresh={() => run('hard')} />
        </>
      }
      below={
        sentence ?? (
          <>
            <VerdictSentence detail={detail} />
            <ApplicationFacts detail={detail} />
          </>
        )
      }
    >
      <h1 className="text-title font-semibold">{application.name}</h1>
    </PageHeader>
  );
}
