'use client';

import { useQueries } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { Button } from '@/components/ui/button/button';
import { ButtonLink } from '@/components/ui/button/button-link';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { CheckboxRow } from '@/components/ui/form/checkbox';
import { Panel } from '@/components/ui/panel/panel';
import { StickyBar } from '@/components/ui/panel/sticky-bar';
import { PageHeader } from '@/components/ui/text/page-header';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';
import { syncPlanQuery } from '@/lib/client/queries/sync-plan-query';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import { PlanRow } from './plan-row';
import { planParsers, planRefs } from './plan-url';
import { doesSomething, sumPlans, type PlanTotals } from './sum-plans';
import { useBulkSync } from './use-bulk-sync';

/** The plans of the chosen applications side by side: what is read here is what runs. */
export function PlanPage() {
  const t = useTranslations('apps.plan');
  const [state, setState] = useQueryStates(planParsers);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const refs = planRefs(state.apps);
  const plans = useQueries({ queries: refs.map((ref) => syncPlanQuery(ref, { prune: state.prune })) });
  const sync = useBulkSync();
  const loaded = plans.flatMap((query) => query.data ?? []);
  const chosen = loaded.filter(
    (plan) =>
      plan.window.manualOpen && doesSomething(plan) && !left.has(formatApplicationRef(plan.application)),
  );
  const totals = sumPlans(chosen);
  const pending = plans.some((query) => query.isPending || query.isPlaceholderData);
  const include = (key: string, included: boolean) => {
    const next = new Set(left);
    if (included) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  if (refs.length === 0) {
    return (
      <EmptyState title={t('none')} action={<ButtonLink href="/apps">{t('back')}</ButtonLink>}>
        {null}
      </EmptyState>
    );
  }
  return (
    <div className="flex min-h-[calc(100dvh-3rem)] flex-col">
      <PageHeader>
        <Sentence as="h1" size="title">
          {loaded.length === 0 && pending ? t('loading') : <PlanSentence totals={totals} />}
        </Sentence>
      </PageHeader>
      <div className="flex flex-1 flex-col gap-4 px-6 pt-3 pb-6 max-sm:px-4">
        <CheckboxRow
          label={t('prune')}
          hint={t('pruneHint')}
          checked={state.prune}
          onChange={(event) => void setState({ prune: event.target.checked })}
        />
        <Panel>
          <ul>
            {refs.map((application, index) => {
              const key = formatApplicationRef(application);
              return (
                <PlanRow
                  key={key}
                  application={application}
                  plan={plans[index]?.data}
                  error={plans[index]?.error?.message}
                  included={!left.has(key)}
                  outcome={sync.outcomes.get(key)}
                  onInclude={(included) => include(key, included)}
                />
              );
            })}
          </ul>
        </Panel>
      </div>
      <StickyBar
        label={t('bar')}
        title={t('bound')}
        detail={t('void')}
        actions={
          <>
            <ButtonLink href="/apps">{t('back')}</ButtonLink>
            <Button
              variant="primary"
              size="bar"
              busy={sync.running}
              blocked={blockedBy(pending ? t('pending') : totals.apps === 0 ? t('empty') : undefined)}
              onClick={() => void sync.start(chosen)}
            >
              {t('sync', { objects: totals.update + totals.create, prune: totals.prune })}
            </Button>
          </>
        }
      />
    </div>
  );
}

function PlanSentence({ totals }: { readonly totals: PlanTotals }) {
  const t = useTranslations('apps.plan');
  if (totals.apps === 0) return t.rich('nothing', rich);
  return t.rich(totals.prune > 0 ? 'sentence' : 'sentenceKept', { ...rich, ...totals });
}

function blockedBy(reason: string | undefined) {
  return reason === undefined ? undefined : ({ reason, glyph: 'door-clock', tone: 'mute' } as const);
}
