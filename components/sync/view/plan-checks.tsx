'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Glyph } from '@/components/ui/glyph/glyph';
import type { GlyphName } from '@/components/ui/glyph/glyph-names';
import type { Tone } from '@/components/ui/glyph/tone';
import { SectionHead } from '@/components/ui/text/section-head';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';

/** What holds before the sync starts: window, freshness of the plan, warnings. */
export function PlanChecks({ plan }: { readonly plan: SyncPlan }) {
  const t = useTranslations('sync.checks');
  const words = useTimeWords();
  const { window } = plan;
  const until = window.until === null ? '' : words.moment(new Date(window.until));
  const windowKey = window.manualOpen ? (until ? 'openUntil' : 'open') : until ? 'closedUntil' : 'closed';
  return (
    <section>
      <SectionHead title={t('title')} />
      <ul className="divide-y divide-line-2">
        <Check
          glyph={window.manualOpen ? 'door-tick' : 'door-hatched'}
          tone={window.manualOpen ? 'ok' : 'at'}
          title={t('window')}
        >
          {t(windowKey, { reason: window.reason || t('aRule'), until })}
        </Check>
        <Check glyph="door-tick" tone="ok" title={t('plan')}>
          {t('computed', { age: words.age(words.now - new Date(plan.computedAt).getTime()) })}
        </Check>
        {plan.warnings.map((warning, index) => (
          <Check
            key={index}
            glyph="door-clock"
            tone="at"
            title={warning.key ? `${warning.key.kind} ${warning.key.name}` : t('warning')}
          >
            {warning.message}
          </Check>
        ))}
      </ul>
    </section>
  );
}

interface CheckProps {
  readonly glyph: GlyphName;
  readonly tone: Tone;
  readonly title: string;
  readonly children: ReactNode;
}

function Check({ glyph, tone, title, children }: CheckProps) {
  return (
    <li className="flex gap-2.5 py-2">
      <span className="pt-0.5">
        <Glyph name={glyph} tone={tone} />
      </span>
      <div className="min-w-0">
        <p className="text-body font-medium text-fg">{title}</p>
        <p className="text-meta leading-[18px] break-words text-fg-2">{children}</p>
      </div>
    </li>
  );
}
