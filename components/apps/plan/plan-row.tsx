'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useWindowWords } from '@/components/status/use-window-words';
import { StatusBadge } from '@/components/ui/status/status-badge';
import { Bar } from '@/components/ui/feedback/skeleton';
import { Checkbox } from '@/components/ui/form/checkbox';
import { shortDigest } from '@/components/ui/seal/seal-heights';
import { Seal } from '@/components/ui/seal/seal';
import { pageRoutes } from '@/lib/client/routes';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { doesSomething } from './sum-plans';
import type { SyncOutcome } from './use-bulk-sync';

interface PlanRowProps {
  readonly application: ApplicationRef;
  readonly plan: SyncPlan | undefined;
  readonly error: string | undefined;
  readonly included: boolean;
  readonly outcome: SyncOutcome | undefined;
  readonly onInclude: (included: boolean) => void;
}

/** One chosen application with what its sync would do, or why it would not. */
export function PlanRow({ application, plan, error, included, outcome, onInclude }: PlanRowProps) {
  const t = useTranslations('apps.plan');
  const canRun = plan !== undefined && plan.window.manualOpen && doesSomething(plan);
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-2 px-4 py-1.5 last:border-b-0">
      <Checkbox
        aria-label={t('include', { name: application.name })}
        checked={included && canRun}
        disabled={!canRun}
        onChange={(event) => onInclude(event.target.checked)}
        className="-ml-1"
      />
      <span className="w-56 min-w-0 truncate max-sm:flex-1">
        <span className="font-medium text-fg">{application.name}</span>{' '}
        <span className="text-fg-3">{application.namespace}</span>
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 max-sm:order-last max-sm:basis-full max-sm:pl-8">
        <PlanState plan={plan} error={error} outcome={outcome} />
      </span>
      {plan !== undefined && (
        <span className="flex items-center gap-2 font-mono text-code text-fg-2 max-md:hidden">
          <Seal digest={plan.digest} />
          {shortDigest(plan.digest)}
        </span>
      )}
      <Link href={pageRoutes.application(application, 'sync')} className="link inline-flex h-6 items-center">
        {t('open')}
      </Link>
    </li>
  );
}

function PlanState({ plan, error, outcome }: Pick<PlanRowProps, 'plan' | 'error' | 'outcome'>) {
  const t = useTranslations('apps.plan');
  const words = useWindowWords();
  if (outcome?.kind === 'started')
    return (
      <StatusBadge glyph="pennant-part" tone="mo">
        {t('states.started')}
      </StatusBadge>
    );
  if (outcome?.kind === 'failed') return <Refusal text={outcome.message} />;
  if (error !== undefined) return <Refusal text={error} />;
  if (plan === undefined) return <Bar className="w-40" />;
  const closed = plan.window.manualOpen ? undefined : words(plan.window);
  if (closed) {
    return (
      <StatusBadge glyph={closed.face.glyph} tone={closed.face.tone}>
        {closed.because}
      </StatusBadge>
    );
  }
  if (!doesSomething(plan)) return <span className="text-fg-3">{t('unchanged')}</span>;
  const { update, create, prune, hook, unchanged } = plan.counts;
  return (
    <>
      <Count sign="~" count={update} word={t('change')} className="text-fg-2" />
      <Count sign="+" count={create} word={t('create')} className="text-ok-t" />
      <Count sign="−" count={prune} word={t('delete')} className="text-bad-t" />
      <Count sign="↻" count={hook} word={t('hooks')} className="text-fg-2" />
      <span className="nums text-meta text-fg-3">{t('stays', { count: unchanged })}</span>
      {plan.warnings.map((warning) => (
        <StatusBadge key={warning.code + warning.message} glyph="door-clock" tone="at">
          {warning.message}
        </StatusBadge>
      ))}
    </>
  );
}

function Refusal({ text }: { readonly text: string }): ReactNode {
  return (
    <StatusBadge glyph="door-cross" tone="bad">
      {text}
    </StatusBadge>
  );
}

interface CountProps {
  readonly sign: string;
  readonly count: number;
  readonly word: string;
  readonly className: string;
}

function Count({ sign, count, word, className }: CountProps) {
  if (count === 0) return null;
  return (
    <span className="nums inline-flex items-center gap-1.5 text-fg-2">
      <span aria-hidden className={`font-mono font-medium ${className}`}>
        {sign}
      </span>
      <b>{count}</b> {word}
    </span>
  );
}
