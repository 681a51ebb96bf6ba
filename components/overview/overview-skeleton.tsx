'use client';

import { useTranslations } from 'next-intl';
import { Bar, SkeletonRows } from '@/components/ui/feedback/skeleton';
import { Panel } from '@/components/ui/panel/panel';
import { SectionHead } from '@/components/ui/text/section-head';

/** The same boxes as the page to come. */
export function OverviewSkeleton() {
  const t = useTranslations('overview');
  return (
    <div className="flex flex-col gap-3 px-6 pt-5 pb-8 max-sm:px-4">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="flex h-14 flex-col justify-center gap-4">
        <Bar className="h-4 w-2/3" />
        <Bar className="w-1/3" />
      </div>
      <div className="flex flex-col gap-6 lg:flex-row">
        <div className="min-w-0 flex-1">
          <SectionHead title={t('waiting.title')} />
          <Panel>
            <SkeletonRows label={t('loading')} rows={5} />
          </Panel>
        </div>
        <div className="lg:w-86">
          <SectionHead title={t('windows.title')} />
          <div className="h-32 rounded-panel bg-sunken" />
        </div>
      </div>
    </div>
  );
}
