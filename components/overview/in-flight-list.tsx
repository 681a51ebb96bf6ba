'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Glyph } from '@/components/ui/glyph/glyph';
import { Panel } from '@/components/ui/panel/panel';
import { StepBar, type Step } from '@/components/ui/progress/step-bar';
import { SectionHead } from '@/components/ui/text/section-head';
import { Time } from '@/components/ui/time/time';
import { pageRoutes } from '@/lib/client/routes';
import type { Overview } from '@/lib/contracts/platform/overview';
import { progressSteps } from './progress-steps';

type InFlight = Overview['inFlight'][number];

export function InFlightList({ items }: { readonly items: readonly InFlight[] }) {
  const t = useTranslations('overview.inFlight');
  return (
    <section aria-labelledby="in-flight">
      <SectionHead id="in-flight" title={t('title')} note={items.length} end={t('started')} />
      <Panel className="max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0 max-sm:border-t-0">
        <ul>
          {items.map((item) => (
            <InFlightRow key={item.operation.id} item={item} steps={progressSteps(item.done, item.total)} />
          ))}
        </ul>
      </Panel>
    </section>
  );
}

function InFlightRow({ item, steps }: { readonly item: InFlight; readonly steps: readonly Step[] }) {
  const t = useTranslations('overview.inFlight');
  const words = item.total === 0 ? t('preparing') : t('objects', { done: item.done, total: item.total });
  return (
    <li className="relative flex min-h-(--row) items-center max-sm:flex-wrap gap-x-3 gap-y-1 border-b border-line-2 px-3 py-1.5 last:border-b-0 max-sm:px-4">
      <Glyph name="pennant-part" tone="mo" />
      <span className="w-64 min-w-32 truncate max-sm:flex-1">
        <Link
          href={pageRoutes.application(item.application, 'sync')}
          className="font-semibold text-fg hover:underline max-sm:after:absolute max-sm:after:inset-0"
        >
          {item.application.name}
        </Link>{' '}
        <span className="text-fg-2">
          {t('by', {
            who: item.operation.initiatedBy,
            trigger: item.operation.trigger === 'self-heal' ? 'selfHeal' : item.operation.trigger,
          })}
        </span>
      </span>
      <StepBar
        steps={steps}
        label={words}
        className="min-w-16 flex-1 max-sm:order-last max-sm:ml-7 max-sm:basis-full"
      />
      <span className="w-36 shrink-0 truncate text-fg-2 max-sm:order-last max-sm:ml-7 max-sm:w-full max-sm:text-meta">
        {words}
      </span>
      <Time at={item.operation.startedAt} className="text-fg-2" />
    </li>
  );
}
